using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Plumbline.Bodies;
using Plumbline.Schema.Json;

namespace Plumbline.Analyzers.Bodies;

/// <summary>What was said of bodies before: a keystroke elsewhere in a file leaves most of its literals as they were.</summary>
internal static class JudgedBodies
{
    // Enough for the file being edited; everything is forgotten when it is full, and with the schema.
    private const int MostKept = 512;

    private static readonly ConditionalWeakTable<BodySchema, ConcurrentDictionary<string, ImmutableArray<BodyFinding>>> Known = new();

    /// <summary>The findings of a body.</summary>
    /// <param name="value">The body's text.</param>
    /// <param name="json">The same, read when it must be judged.</param>
    /// <param name="schema">Its schema.</param>
    public static ImmutableArray<BodyFinding> Judge(string value, Func<PositionedText> json, BodySchema schema)
    {
        ConcurrentDictionary<string, ImmutableArray<BodyFinding>> known = Known.GetValue(schema, static _ => new(StringComparer.Ordinal));
        if (known.TryGetValue(value, out ImmutableArray<BodyFinding> findings))
        {
            return findings;
        }

        if (known.Count >= MostKept)
        {
            known.Clear();
        }

        return known.GetOrAdd(value, BodyJudge.Judge(json(), schema));
    }
}
