namespace Plumbline;

/// <summary>Turns faults into findings: works out line, column, extent and pointer, and makes the text. Nothing of this runs while values are valid.</summary>
public static class FindingBuilder
{
    /// <summary>Builds one finding.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="text">The text of the value that the fault's offset counts from: a line, or a whole document.</param>
    /// <param name="path">The file, as it was named.</param>
    /// <param name="line">Number, from 1, of the line in which the text starts.</param>
    /// <param name="lineOffset">Byte offset in the file at which the text starts.</param>
    public static Finding Build(in Fault fault, ReadOnlySpan<byte> text, string? path = null, long line = 1, long lineOffset = 0) =>
        Build(fault, text, path, line, lineOffset, new PointerCursor(), default);

    /// <summary>Builds the findings of a settled list, in order, and hands them to a sink. Reads the text once, however many faults there are.</summary>
    /// <param name="faults">The faults, settled.</param>
    /// <param name="text">The text of the value.</param>
    /// <param name="sink">Takes the findings.</param>
    /// <param name="path">The file, as it was named.</param>
    /// <param name="line">Number, from 1, of the line in which the text starts.</param>
    /// <param name="lineOffset">Byte offset in the file at which the text starts.</param>
    /// <param name="max">The most findings to build; further faults are passed over.</param>
    public static void Report(
        FaultList faults, ReadOnlySpan<byte> text, IFindingSink sink, string? path = null, long line = 1, long lineOffset = 0, int max = int.MaxValue) =>
        Report(faults.AsSpan().Slice(0, Math.Min(faults.Count, max)), text, sink, path, line, lineOffset);

    /// <summary>Builds the findings of a value's faults, in order, and hands them to a sink. Reads the text once, however many faults there are.</summary>
    /// <param name="faults">The faults, settled.</param>
    /// <param name="text">The text of the value.</param>
    /// <param name="sink">Takes the findings.</param>
    /// <param name="path">The file, as it was named.</param>
    /// <param name="line">Number, from 1, of the line in which the text starts.</param>
    /// <param name="lineOffset">Byte offset in the file at which the text starts.</param>
    public static void Report(
        ReadOnlySpan<Fault> faults, ReadOnlySpan<byte> text, IFindingSink sink, string? path = null, long line = 1, long lineOffset = 0)
    {
        var cursor = new PointerCursor();
        TextPosition position = default;
        foreach (ref readonly Fault fault in faults)
        {
            position = position.MoveTo(text, fault.Offset);
            sink.Add(Build(fault, text, path, line, lineOffset, cursor, position));
        }
    }

    /// <summary>Builds a finding about a dataset as a whole: it has no line, column or pointer.</summary>
    /// <param name="assertion">What was demanded.</param>
    /// <param name="actual">The number found; negative where nothing was counted.</param>
    /// <param name="noun">What was counted, for one of them: <c>example</c>.</param>
    /// <param name="path">The file, as it was named.</param>
    public static Finding BuildForDataset(Assertion assertion, long actual, string noun = "example", string? path = null)
    {
        string? found = actual < 0 ? null : FindingText.Count(actual, noun);
        string facts = found is null ? $"expected {assertion.Expected}" : $"expected {assertion.Expected}, found {found}";
        return new Finding(assertion.Rule, assertion.Severity, FindingText.Sentence(assertion, facts))
        {
            Effect = assertion.Advice?.Effect ?? Effect.None,
            Path = path,
            SchemaLocation = assertion.Location,
            Expected = assertion.Expected,
            Found = found,
        };
    }

    private static Finding Build(
        in Fault fault, ReadOnlySpan<byte> text, string? path, long line, long lineOffset, PointerCursor cursor, TextPosition position)
    {
        Assertion assertion = fault.Assertion;
        position = position.MoveTo(text, fault.Offset);
        cursor.MoveTo(text, fault.Offset);
        string? found = FindingText.Found(fault, text);
        return new Finding(assertion.Rule, assertion.Severity, FindingText.Sentence(assertion, FindingText.Facts(fault, text, found)))
        {
            Effect = assertion.Advice?.Effect ?? Effect.None,
            Path = path,
            Line = line + position.Lines,
            Column = position.Column + 1,
            ByteOffset = lineOffset + fault.Offset,
            ByteLength = Extent(assertion.Rule, text, fault.Offset),
            Pointer = cursor.Pointer(text),
            SchemaLocation = assertion.Rule.Id[3] == '5' ? null : assertion.Location,
            EvaluationPath = assertion.EvaluationPath,
            Expected = assertion.Expected,
            Found = found,
        };
    }

    private static int Extent(Rule rule, ReadOnlySpan<byte> text, int offset)
    {
        if (offset >= text.Length)
        {
            return 0;
        }

        if (!MalformedText.Includes(rule))
        {
            return JsonSyntax.SkipValue(text, offset) - offset;
        }

        return rule.Id switch
        {
            "PLB5003" => Math.Min(6, text.Length - offset),
            "PLB5006" => text.Length - offset,
            _ => Math.Max(1, Utf8Sequence.LengthAt(text, offset)),
        };
    }
}
