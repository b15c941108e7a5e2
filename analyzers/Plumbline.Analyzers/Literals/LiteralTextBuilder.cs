using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using Plumbline.Schema.Json;

namespace Plumbline.Analyzers.Literals;

/// <summary>Puts a text together, piece by piece, in the order of the source.</summary>
internal sealed class LiteralTextBuilder
{
    private readonly StringBuilder _value = new();
    private readonly ImmutableArray<LiteralSegment>.Builder _segments = ImmutableArray.CreateBuilder<LiteralSegment>();

    /// <summary>Adds characters that are written as themselves.</summary>
    public void AddPlain(string source, int start, int end, int sourceBase, LiteralStyle style)
    {
        if (end > start)
        {
            _segments.Add(new LiteralSegment(_value.Length, end - start, sourceBase + start, end - start, style, IsPlain: true));
            _value.Append(source, start, end - start);
        }
    }

    /// <summary>Adds what an escape stands for.</summary>
    public void AddEscape(string text, int sourceStart, int sourceLength, LiteralStyle style)
    {
        _segments.Add(new LiteralSegment(_value.Length, text.Length, sourceStart, sourceLength, style, IsPlain: false));
        _value.Append(text);
    }

    /// <summary>Adds the value of an expression, or a hole where it is null.</summary>
    public void AddExpression(string? text, TextSpan source)
    {
        if (text?.Length != 0)
        {
            AddEscape(text ?? PositionedText.Hole.ToString(), source.Start, source.Length, text is null ? LiteralStyle.Hole : LiteralStyle.Constant);
        }
    }

    /// <summary>The text.</summary>
    /// <param name="emptySource">Where something would be inserted into a text that has no characters.</param>
    public LiteralText Build(int emptySource) => new(_value.ToString(), _segments.ToImmutable(), emptySource);
}
