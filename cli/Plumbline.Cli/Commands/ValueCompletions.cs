using System.CommandLine;
using System.CommandLine.Completions;
using Plumbline.Bodies;
using Plumbline.Cli.Conversion;
using Plumbline.Cli.Reports;
using Plumbline.Schemas;
using Plumbline.Tokenizers;

namespace Plumbline.Cli.Commands;

/// <summary>What shells may complete after an option: names of formats, models, requests, reports and tokenizers. Made only where a shell asks.</summary>
internal static class ValueCompletions
{
    private const string Directive = "[suggest";
    private const string Format = "--format";

    /// <summary>Whether a shell asks what may come next.</summary>
    public static bool AreAskedFor(string[] args) => args is [var first, ..] && first.StartsWith(Directive, StringComparison.Ordinal);

    /// <summary>Adds what is known of the values of a command's options.</summary>
    public static void AddTo(Command command)
    {
        foreach (Option option in command.Options)
        {
            if (SourceOf(option) is { } names)
            {
                option.CompletionSources.Add(names);
            }
        }
    }

    private static Func<CompletionContext, IEnumerable<string>>? SourceOf(Option option) => option.Name switch
    {
        Format => static _ => BundledFormats.All.Select(format => format.Name).Append(FormatDetection.Auto),
        "--from" => static _ => ConversationFormats.All.Select(format => format.Name).Append(FormatDetection.Auto),
        "--to" => static _ => ConversationFormats.All.Select(format => format.Name),
        "--kind" => static _ => BundledSchemas.Names.Where(IsRequest),
        "--model" => ModelsOf,
        "--tokenizer" => static _ => TokenCounter.BundledNames,
        "--report" when option is Option<string[]> => static _ => NamedReport.All.Select(report => report.Name),
        "--select" or "--ignore" => static _ => RuleChoice.OfData.SelectMany(rule => (string[])[rule.Id, rule.Slug]),
        _ => null,
    };

    // Bodies of requests and lines of datasets are bundled side by side.
    private static bool IsRequest(string name) => BundledFormats.Find(name) is null;

    private static IEnumerable<string> ModelsOf(CompletionContext context)
    {
        string? named = context.ParseResult.CommandResult.Command.Options.FirstOrDefault(option => option.Name == Format) is Option<string?> format
            ? context.ParseResult.GetValue(format)
            : null;
        IEnumerable<BundledFormat> formats = named is null ? BundledFormats.All : BundledFormats.All.Where(known => known.Name == named);
        return formats.SelectMany(known => known.Validator.Dataset?.Models ?? []).Select(model => model.Name).Distinct(StringComparer.Ordinal);
    }
}
