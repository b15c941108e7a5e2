using System.Runtime.InteropServices;

namespace Plumbline.Cli.Statistics;

/// <summary>Where an example or a prompt stands, by its hash. 32 bytes, in memory as in a file.</summary>
/// <param name="High">The first 64 bits of its hash.</param>
/// <param name="Low">The other 64 bits.</param>
/// <param name="Example">Of a prompt, 64 bits that tell the examples apart which have it; 0 for an example.</param>
/// <param name="Place">Where it stands.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Occurrence(ulong High, ulong Low, ulong Example, Place Place) : IComparable<Occurrence>
{
    /// <inheritdoc/>
    public int CompareTo(Occurrence other) =>
        High != other.High ? High.CompareTo(other.High)
        : Low != other.Low ? Low.CompareTo(other.Low)
        : Example != other.Example ? Example.CompareTo(other.Example)
        : Place.CompareTo(other.Place);

    /// <summary>Whether it is the same example, or the same prompt.</summary>
    public bool IsSame(in Occurrence other) => High == other.High && Low == other.Low;
}

/// <summary>A line of one of the files of a run: training files come before evaluation files, in the order in which they were named.</summary>
/// <param name="Number">The number of the file in the upper 16 bits, and of the line, from 1, in the lower 48.</param>
internal readonly record struct Place(ulong Number) : IComparable<Place>
{
    /// <summary>The most files that can be told apart.</summary>
    public const int MostFiles = 1 << 16;

    private const int LineBits = 48;

    /// <summary>Creates a place.</summary>
    public Place(int file, long line)
        : this(((ulong)file << LineBits) | (ulong)line)
    {
    }

    /// <summary>Number of the file, from 0.</summary>
    public int File => (int)(Number >> LineBits);

    /// <summary>Number of the line, from 1.</summary>
    public long Line => (long)(Number & ((1UL << LineBits) - 1));

    /// <inheritdoc/>
    public int CompareTo(Place other) => Number.CompareTo(other.Number);
}
