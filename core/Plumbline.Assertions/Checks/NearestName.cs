namespace Plumbline;

/// <summary>Finds what was probably meant.</summary>
public static class NearestName
{
    // Longer names are not slips of the finger; also keeps the table below small.
    private const int LongestName = 64;

    // Further than this from what was written, a candidate is a guess.
    private const int LargestSlip = 2;

    /// <summary>The candidate nearest to a name, or null when none is near.</summary>
    /// <remarks>Near is a third of the name's length in insertions, deletions, changes and swaps of neighbours, at least one. Another case, and a colon or
    /// white space caught inside the quotes (<c>"accelerator_type:"</c>), count for nothing.</remarks>
    /// <param name="name">The name found.</param>
    /// <param name="candidates">Names that would have been right; of equally near ones the first wins.</param>
    public static string? Find(string name, IReadOnlyList<string> candidates)
    {
        string trimmed = Trim(name);
        if (trimmed.Length is 0 or > LongestName)
        {
            return null;
        }

        string? nearest = null;
        int limit = Math.Max(1, trimmed.Length / 3);
        foreach (string candidate in candidates)
        {
            if (Math.Abs(candidate.Length - trimmed.Length) <= limit && candidate != name)
            {
                // At a distance of all its letters, any two short names would be near.
                int distance = Distance(trimmed.ToUpperInvariant(), candidate.ToUpperInvariant());
                if (distance <= limit && distance < trimmed.Length)
                {
                    nearest = candidate;
                    limit = distance - 1;
                }
            }
        }

        return nearest;
    }

    /// <summary>All candidates that are near to a name, the nearest first.</summary>
    /// <param name="name">The name found.</param>
    /// <param name="candidates">Names that would have been right.</param>
    public static IReadOnlyList<string> FindAll(string name, IReadOnlyList<string> candidates)
    {
        var near = new List<string>();
        var rest = new List<string>(candidates);
        while (Find(name, rest) is { } nearest)
        {
            near.Add(nearest);
            rest.RemoveAll(candidate => candidate == nearest);
        }

        return near;
    }

    /// <summary>Whether a name can only have been meant for a candidate: it is a slip of the finger away from it, and not from any other.</summary>
    /// <param name="name">The name found.</param>
    /// <param name="candidate">The candidate.</param>
    /// <param name="candidates">All names that would have been right.</param>
    public static bool IsSlip(string name, string candidate, IReadOnlyList<string> candidates)
    {
        int distance = DistanceTo(name, candidate);
        return distance <= LargestSlip && candidates.All(other => other == candidate || DistanceTo(name, other) > distance);
    }

    private static int DistanceTo(string name, string candidate)
    {
        string trimmed = Trim(name);
        return Math.Max(trimmed.Length, candidate.Length) > LongestName
            ? int.MaxValue
            : Distance(trimmed.ToUpperInvariant(), candidate.ToUpperInvariant());
    }

    private static string Trim(string name) => name.Trim().TrimEnd(':').TrimEnd();

    // Optimal string alignment: Damerau-Levenshtein in which no part is edited twice.
    private static int Distance(string x, string y)
    {
        int[] before = new int[y.Length + 1];
        int[] above = new int[y.Length + 1];
        int[] row = new int[y.Length + 1];
        for (int j = 0; j <= y.Length; j++)
        {
            above[j] = j;
        }

        for (int i = 1; i <= x.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= y.Length; j++)
            {
                int change = x[i - 1] == y[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + change);
                if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, above, row) = (above, row, before);
        }

        return above[y.Length];
    }
}
