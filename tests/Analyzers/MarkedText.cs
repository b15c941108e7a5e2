using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Plumbline.Analyzers.Tests;

/// <summary>A text in which <c>⟦PLB4011:…⟧</c> stands around what a diagnostic must underline, to the character.</summary>
internal sealed record MarkedText(string Text, ImmutableArray<string> Expected)
{
    public static MarkedText Parse(string marked)
    {
        var text = new StringBuilder();
        var expected = ImmutableArray.CreateBuilder<string>();
        var open = new Stack<(string Id, int Start)>();
        for (int i = 0; i < marked.Length; i++)
        {
            if (marked[i] == '⟦')
            {
                int colon = marked.IndexOf(':', i);
                open.Push((marked[(i + 1)..colon], text.Length));
                i = colon;
            }
            else if (marked[i] == '⟧')
            {
                (string id, int start) = open.Pop();
                expected.Add(Describe(id, start, text.Length - start, text.ToString(start, text.Length - start)));
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        return new MarkedText(text.ToString(), [.. expected.Order(StringComparer.Ordinal)]);
    }

    /// <summary>Holds diagnostics of the text against the marks.</summary>
    public void AssertFound(IEnumerable<Diagnostic> found)
    {
        string[] actual =
        [
            .. found.Select(diagnostic => Describe(
                    diagnostic.Id,
                    diagnostic.Location.SourceSpan.Start,
                    diagnostic.Location.SourceSpan.Length,
                    Text.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)))
                .Order(StringComparer.Ordinal),
        ];
        Assert.Equal(Expected, actual);
    }

    private static string Describe(string id, int start, int length, string text) => $"{id} {start}+{length} {text}";
}
