namespace Plumbline;

/// <summary>Takes findings; the caller of a validator owns it.</summary>
public interface IFindingSink
{
    /// <summary>Takes one finding. Findings of one value arrive in order of byte offset.</summary>
    void Add(Finding finding);
}
