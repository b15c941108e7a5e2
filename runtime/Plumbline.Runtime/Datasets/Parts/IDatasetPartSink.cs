namespace Plumbline;

/// <summary>Takes what is found in a range of a file: findings about lines, counted from the range's first, and where values stand that totals count.</summary>
public interface IDatasetPartSink : IFindingSink
{
    /// <summary>Takes the place of a value that may be the one with which a total exceeds its limit: that hangs on the ranges before.</summary>
    void Add(in TotalPlace place);
}
