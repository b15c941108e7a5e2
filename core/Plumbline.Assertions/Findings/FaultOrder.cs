namespace Plumbline;

/// <summary>The order in which the faults of one value are told; faults that compare equal say the same.</summary>
internal sealed class FaultOrder : IComparer<Fault>
{
    // Up to here, moving faults one by one is the shorter way, and has not to be compiled when the first bad line is met, as the framework's for our type has.
    private const int Few = 8;

    public static readonly FaultOrder Instance = new();

#if NET
    private static readonly Comparison<Fault> Comparison = Instance.Compare;
#endif

    /// <summary>Sorts the first faults of an array; where the framework can, without allocating.</summary>
    public static void Sort(Fault[] faults, int count)
    {
        if (count <= Few)
        {
            SortFew(faults, count);
            return;
        }

#if NET
        // Array.Sort makes a delegate of the comparer at every call; this one is made once.
        faults.AsSpan(0, count).Sort(Comparison);
#else
        Array.Sort(faults, 0, count, Instance);
#endif
    }

    public int Compare(Fault x, Fault y)
    {
        int order = x.Offset.CompareTo(y.Offset);
        if (order != 0)
        {
            return order;
        }

        order = string.CompareOrdinal(x.Assertion.Location, y.Assertion.Location);
        if (order != 0)
        {
            return order;
        }

        order = string.CompareOrdinal(x.Assertion.Rule.Id, y.Assertion.Rule.Id);
        if (order != 0)
        {
            return order;
        }

        order = string.CompareOrdinal(x.Name, y.Name);
        if (order != 0)
        {
            return order;
        }

        order = x.Assertion.Severity.CompareTo(y.Assertion.Severity);
        order = order != 0 ? order : string.CompareOrdinal(x.Assertion.Advice?.Message, y.Assertion.Advice?.Message);
        return order != 0 ? order : string.CompareOrdinal(x.Assertion.EvaluationPath, y.Assertion.EvaluationPath);
    }

    private static void SortFew(Fault[] faults, int count)
    {
        for (int i = 1; i < count; i++)
        {
            Fault fault = faults[i];
            int at = i;
            for (; at > 0 && Instance.Compare(faults[at - 1], fault) > 0; at--)
            {
                faults[at] = faults[at - 1];
            }

            faults[at] = fault;
        }
    }
}
