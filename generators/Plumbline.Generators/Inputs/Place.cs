using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Plumbline.Generators.Inputs;

/// <summary>A place in a file by value: a <see cref="Location"/> would keep a whole compilation alive in the pipeline's caches.</summary>
/// <param name="Path">The file.</param>
/// <param name="Start">First character, from 0.</param>
/// <param name="Length">Characters.</param>
/// <param name="Line">Line of the start, from 0.</param>
/// <param name="Column">Column of the start, from 0.</param>
/// <param name="EndLine">Line of the end, from 0.</param>
/// <param name="EndColumn">Column of the end, from 0.</param>
internal sealed record Place(string Path, int Start, int Length, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>The place of a location.</summary>
    public static Place Of(Location location)
    {
        LinePositionSpan lines = location.GetLineSpan().Span;
        return new Place(
            location.SourceTree?.FilePath ?? "",
            location.SourceSpan.Start,
            location.SourceSpan.Length,
            lines.Start.Line,
            lines.Start.Character,
            lines.End.Line,
            lines.End.Character);
    }

    /// <summary>The start of a file.</summary>
    public static Place StartOf(string path) => new(path, 0, 0, 0, 0, 0, 0);

    /// <summary>The location of the place.</summary>
    public Location ToLocation() => Location.Create(
        Path,
        new TextSpan(Start, Length),
        new LinePositionSpan(new LinePosition(Line, Column), new LinePosition(EndLine, EndColumn)));
}
