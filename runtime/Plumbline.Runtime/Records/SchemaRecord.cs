using System.Buffers;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Plumbline;

/// <summary>What every generated record does alike.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SchemaRecord
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Validates a JSON text and reads the record from it.</summary>
    /// <exception cref="SchemaValidationException">The text is not JSON or breaks the schema.</exception>
    public static T Parse<T>(ReadOnlySpan<byte> utf8Json)
        where T : class, ISchemaRecord<T>
    {
        var findings = new FindingList();
        return Read<T>(utf8Json, findings) ?? throw new SchemaValidationException(findings.Items);
    }

    /// <summary>Validates a JSON text and reads the record from it; false, with the findings in the sink, where it is not valid.</summary>
    public static bool TryParse<T>(ReadOnlySpan<byte> utf8Json, [NotNullWhen(true)] out T? value, IFindingSink? findings)
        where T : class, ISchemaRecord<T>
    {
        value = Read<T>(utf8Json, findings ?? new FindingList());
        return value is not null;
    }

    /// <summary>The record as UTF-8 JSON, without white space.</summary>
    public static byte[] ToUtf8Json<T>(this ISchemaRecord<T> record)
        where T : class, ISchemaRecord<T>
    {
        ArgumentNullException.ThrowIfNull(record);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            record.WriteTo(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static T? Read<T>(ReadOnlySpan<byte> utf8Json, IFindingSink findings)
        where T : class, ISchemaRecord<T>
    {
        utf8Json = utf8Json.StartsWith(ByteOrderMark) ? utf8Json[ByteOrderMark.Length..] : utf8Json;
        if (T.Validator is { } validator && !validator.Validate(utf8Json, findings, ValidationOptions.DatasetLines))
        {
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(utf8Json);
            reader.Read();
            return T.Read(ref reader);
        }
        catch (UnreadableValueException unreadable)
        {
            // Valid, and yet not to be held: rare, so that an exception may carry it out of the generated code.
            var assertion = new Assertion(unreadable.Rule, "", unreadable.Expected);
            findings.Add(FindingBuilder.Build(new Fault(assertion, (int)unreadable.Offset), utf8Json, path: null, line: 1, lineOffset: 0));
            return null;
        }
    }

    private sealed class FindingList : IFindingSink
    {
        public List<Finding> Items { get; } = [];

        public void Add(Finding finding) => Items.Add(finding);
    }
}
