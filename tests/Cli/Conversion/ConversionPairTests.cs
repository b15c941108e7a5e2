using System.Text;
using Plumbline.Cli.Conversion;
using Plumbline.Schemas;
using Plumbline.Testing;

namespace Plumbline.Cli.Tests.Conversion;

/// <summary>Every format to every other, on the samples of each: what is written is valid, and what is not said to be lost comes back.</summary>
public class ConversionPairTests
{
    public static TheoryData<string> Formats() => [.. ConversationFormats.All.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_is_written_is_valid_and_comes_back_unless_a_loss_is_told(string from)
    {
        int returned = 0;
        foreach (string to in ConversationFormats.All.Select(format => format.Name).Where(to => to != from))
        {
            JsonValidator written = BundledFormats.Find(to)!.Validator;
            foreach (string line in ConversionBench.Samples(from))
            {
                ConversionBench.Result there = ConversionBench.Convert(from, to, line);
                Assert.True(there.Lines.Length > 0 || there.Faults.Length > 0, $"{from} to {to} wrote nothing and said nothing: {line}");
                Assert.All(there.Lines, example =>
                    Assert.True(written.IsValid(Encoding.UTF8.GetBytes(example), ValidationOptions.DatasetLines), $"{from} to {to}: {example}"));
                if (there.Lines.Length == 1 && there.Lost.Length == 0)
                {
                    ConversionBench.Result back = ConversionBench.Convert(to, from, there.Line);
                    Assert.True(
                        back.Lines.Length == 1, $"{from} to {to} and back: {string.Join("; ", back.Faults.Select(fault => fault.Message))}: {there.Line}");
                    Assert.Equal(ConversionBench.Meaning(from, line), ConversionBench.Meaning(from, back.Line));
                    returned++;
                }
            }
        }

        // No other format has the label of a single answer.
        Assert.True(returned > 0 || from == "trl/unpaired", $"no sample of {from} goes anywhere without loss");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_member_that_nobody_knows_is_told_and_not_dropped_in_silence(string from)
    {
        string to = from == "openai/chat" ? "azure/chat" : from.Contains("preference", StringComparison.Ordinal) ? "trl/preference" : "openai/chat";
        to = from == to ? "openai/preference" : to;
        string line = ConversionBench.Samples(from).First(line => ConversionBench.Convert(from, to, line).Lines.Length > 0);
        ConversionBench.Result result = ConversionBench.Convert(from, to, line.TrimEnd()[..^1] + ", \"x-note\": {\"a\": 1}}");
        if (result.Lines.Length > 0)
        {
            Assert.Contains("1 /x-note", result.Lost);
        }
        else
        {
            Assert.Contains(result.Faults, fault => fault.Rule == Rules.AdditionalProperty);
        }
    }

    [Fact]
    public void Every_trait_has_one_rule()
    {
        IEnumerable<Traits> all = Enum.GetValues<Traits>().Where(trait => trait != Traits.None);
        Assert.Equal(all.Order(), TraitRule.All.Select(rule => rule.Trait).Order());
        Assert.Equal(TraitRule.All.Count, TraitRule.All.Select(rule => rule.Name).Distinct().Count());
        Assert.Equal(TraitRule.All.Count, TraitRule.All.Select(rule => rule.Words).Distinct().Count());
    }

    [Fact]
    public void Every_format_is_a_bundled_one_and_listed_once()
    {
        Assert.All(ConversationFormats.All, format => Assert.NotNull(BundledFormats.Find(format.Name)));
        Assert.Equal(ConversationFormats.All.Count, ConversationFormats.All.Select(format => format.Name).Distinct().Count());
    }

    [Fact]
    public void The_page_lists_what_every_format_carries_and_what_every_loss_is_called()
    {
        string[] rows = [.. File.ReadAllLines(Repository.PathOf("docs", "convert.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal))];
        IEnumerable<string> formats = ConversationFormats.All.Select(format =>
        {
            string carried = string.Join(", ", TraitRule.All.Where(rule => format.Carries.HasFlag(rule.Trait)).Select(rule => rule.Name));
            return $"| {format.Name} | {(carried.Length == 0 ? "nothing" : carried)} |";
        });
        IEnumerable<string> losses = TraitRule.All.Select(rule => $"| {rule.Name} | {rule.Words} |");
        Assert.Equal(["| format | carries |", .. formats, "| what cannot be carried | is lost as |", .. losses], rows);
    }
}
