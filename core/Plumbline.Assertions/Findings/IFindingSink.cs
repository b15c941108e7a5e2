namespace Plumbline;

/// <summary>Takes findings; the caller of a validator owns it.</summary>
public interface IFindingSink
{
    /// <summary>Takes one finding. Findings of one value arrive in order of byte offset.</summary>
    void Add(Finding finding);

#if NET
    /// <summary>Asked by a run over a dataset before it builds a finding about a line, in the order of the findings.</summary>
    /// <param name="assertion">What the line breaks.</param>
    /// <returns>True where the sink takes note by this call that there is one more, and has no use for the finding itself. It is then never
    /// built, which is what takes the time in a file where every line has findings. False unless a sink says otherwise.</returns>
    bool OnlyCounts(Assertion assertion) => false;
#endif
}
