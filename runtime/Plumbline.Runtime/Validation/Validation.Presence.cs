using System.Runtime.CompilerServices;

namespace Plumbline;

// What the reading of a value notes about its members, for whoever would have to look for them otherwise.
public sealed unsafe partial class Validation
{
    private NameTable? _watched;
    private ulong _met;

    /// <summary>The known members of the object that was read last, a bit each: which branches hold that ask for nothing else.</summary>
    public ulong Present { get; set; }

    /// <summary>Notes that one of the names occurs that the validator watches.</summary>
    /// <param name="watched">Its number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Meet(int watched) => _met |= 1UL << watched;

    /// <summary>Whether one of some watched names has been met in the value that is judged, anywhere.</summary>
    /// <param name="watched">A bit for each of the names.</param>
    public bool HasMet(ulong watched) => (_met & watched) != 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Watch(NameTable watched, byte* name, int length)
    {
        int number = watched.Find(name, length);
        if (number >= 0)
        {
            Meet(number);
        }
    }
}
