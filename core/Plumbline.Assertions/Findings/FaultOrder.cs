namespace Plumbline;

/// <summary>The order in which the faults of one value are told; faults that compare equal say the same.</summary>
internal sealed class FaultOrder : IComparer<Fault>
{
    public static readonly FaultOrder Instance = new();

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
        return order != 0 ? order : string.CompareOrdinal(x.Assertion.Advice?.Message, y.Assertion.Advice?.Message);
    }
}
