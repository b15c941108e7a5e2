using System.Globalization;
using Microsoft.CodeAnalysis.Text;
using Plumbline.Bodies;
using Plumbline.Schema.Json;

namespace Plumbline.Analyzers.Bodies;

/// <summary>A body that stands in a file: all of a <c>.json</c> file, or one example of a <c>.jsonl</c> file.</summary>
/// <param name="Part">Where it stands.</param>
/// <param name="Text">Its text.</param>
/// <param name="IsExample">Whether it is one of many.</param>
/// <param name="Broken">The lines of an example that was broken over several; null elsewhere.</param>
internal sealed record FileBody(TextSpan Part, string Text, bool IsExample, ExampleLines? Broken)
{
    /// <summary>The text, read.</summary>
    public PositionedText Json { get; } = PositionedText.Parse(Text);

    /// <summary>The bodies of a file, in order.</summary>
    public static IEnumerable<FileBody> Of(string path, SourceText text)
    {
        if (!path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase))
        {
            return [new FileBody(new TextSpan(0, text.Length), text.ToString(), IsExample: false, Broken: null)];
        }

        return ExampleLines.Of(text).Select(lines =>
            new FileBody(lines.Span, text.ToString(lines.Span), IsExample: true, lines.FirstLine == lines.LastLine ? null : lines));
    }

    /// <summary>All that is wrong with it.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="file">The file that it stands in.</param>
    public IEnumerable<FileFinding> Judge(BodySchema schema, SourceText file)
    {
        if (Broken is { } lines)
        {
            string last = (lines.LastLine + 1).ToString(CultureInfo.InvariantCulture);
            string message = $"an example stands on one line, and this one goes on to line {last}";
            yield return new FileFinding(Rules.MalformedJson, Severity.Error, message, file.Lines[lines.FirstLine].Span, Body: null);
        }

        foreach (BodyFinding finding in JudgedBodies.Judge(Text, () => Json, schema))
        {
            // A line break inside a string of a broken example has been told with the example.
            if (Broken is null || finding.Syntax is not { Kind: SyntaxErrorKind.ControlCharacter })
            {
                bool isDuplicate = IsExample && ReferenceEquals(finding.Rule, Rules.DuplicateKey);
                yield return new FileFinding(
                    finding.Rule, isDuplicate ? Severity.Warning : finding.Severity, finding.Message, SourceOf(finding.Span), finding);
            }
        }
    }

    /// <summary>Where bytes of the body stand in the file.</summary>
    public TextSpan SourceOf(ByteSpan span) => TextSpan.FromBounds(
        Part.Start + Json.Lines.Locate(span.Start).CharOffset, Part.Start + Json.Lines.Locate(span.End).CharOffset);
}

/// <summary>What is wrong with a body in a file.</summary>
/// <param name="Rule">The rule that is broken.</param>
/// <param name="Severity">How much it weighs there.</param>
/// <param name="Message">The sentence for people.</param>
/// <param name="Span">What to underline in the file.</param>
/// <param name="Body">The finding of the body; null of what is wrong with the lines.</param>
internal sealed record FileFinding(Rule Rule, Severity Severity, string Message, TextSpan Span, BodyFinding? Body);
