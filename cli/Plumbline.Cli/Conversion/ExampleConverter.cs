using System.Buffers;
using System.Text;
using System.Text.Json;
using Plumbline.Cli.Conversion.Formats;
using Plumbline.Schema.Json;
using Plumbline.Schemas;

namespace Plumbline.Cli.Conversion;

/// <summary>Makes examples of one format from an example of another, and makes sure that they are valid ones.</summary>
/// <param name="from">The format of what is read.</param>
/// <param name="to">The format of what is written.</param>
/// <param name="losses">Takes note of what cannot be carried.</param>
/// <param name="isSpaced">Whether examples are spread over lines for people to read: then values are carried without that white space.</param>
internal sealed class ExampleConverter(ConversationFormat from, ConversationFormat to, LossTally losses, bool isSpaced)
{
    private readonly JsonValidator _reads = BundledFormats.Find(from.Name)!.Validator;
    private readonly JsonValidator _writes = BundledFormats.Find(to.Name)!.Validator;

    /// <summary>Converts an example.</summary>
    /// <param name="line">The example.</param>
    /// <param name="faults">Takes what is wrong with it, with places in the line.</param>
    /// <param name="lines">What it became: one line or several, each with its line feed.</param>
    /// <returns>Whether it was converted; where not, there are faults.</returns>
    public bool TryConvert(ReadOnlySpan<byte> line, List<Finding> faults, out ReadOnlySpan<byte> lines)
    {
        lines = default;
        var sink = new ErrorList(faults);
        if (!_reads.Validate(line, sink, ValidationOptions.DatasetLines))
        {
            return false;
        }

        try
        {
            Conversation conversation = Read(line);
            CallLinks.Tie(conversation);
            if (to.NeedsTwoAnswers && conversation.Preferred is null)
            {
                throw new NotConvertibleException($"it has one answer, and {to.Name} wants two of which one is preferred");
            }

            // What a line says beyond its own format is lost too: nobody reads it there.
            TraitRule.Fit(conversation, from.Reads & to.Accepts, losses);
            var written = new ArrayBufferWriter<byte>();
            foreach (Conversation example in to.Examples(conversation, losses))
            {
                CallLinks.Name(example, to.CallIds, losses);
                Write(example, written, faults);
            }

            lines = written.WrittenSpan;
            return faults.Count == 0;
        }
        catch (NotConvertibleException fault)
        {
            string message = $"cannot be told as {to.Name}: {fault.Message}";
            faults.Add(new Finding(Rules.NotConvertible, Rules.NotConvertible.Severity, message) { Line = 1, Column = 1, ByteLength = line.Length });
            return false;
        }
    }

    private Conversation Read(ReadOnlySpan<byte> line)
    {
        PositionedValue root = PositionedText.Parse(line.ToArray()).Root;
        if (isSpaced)
        {
            root = PositionedText.Parse(Encoding.UTF8.GetBytes(root.ToCompactJson())).Root;
        }

        using var example = new SourceMembers(root, "", losses);
        return from.Read(example, losses);
    }

    private void Write(Conversation example, ArrayBufferWriter<byte> written, List<Finding> faults)
    {
        int start = written.WrittenCount;
        using (var json = new Utf8JsonWriter(written, JsonWriting.Options))
        {
            json.WriteStartObject();
            to.Write(example, json, losses);
            json.WriteEndObject();
        }

        var sink = new ErrorList([]);
        if (!_writes.Validate(written.WrittenSpan[start..], sink, ValidationOptions.DatasetLines))
        {
            faults.AddRange(sink.Errors.Select(error =>
                new Finding(error.Rule, error.Severity, $"converted to {to.Name}, {Place(error)}: {error.Message}") { Line = 1, Column = 1 }));
        }

        written.Write("\n"u8);
    }

    private static string Place(Finding error) => error.Pointer.Length == 0 ? "the example" : error.Pointer;

    private sealed class ErrorList(List<Finding> errors) : IFindingSink
    {
        public List<Finding> Errors => errors;

        public void Add(Finding finding)
        {
            if (finding.Severity == Severity.Error)
            {
                errors.Add(finding);
            }
        }
    }
}
