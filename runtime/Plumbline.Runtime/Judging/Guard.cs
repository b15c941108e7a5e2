using System.ComponentModel;
using System.Text;
using Plumbline.Scanning;

namespace Plumbline;

/// <summary>
/// Tells alternatives apart by the value of one member (<c>"role": "user"</c>), before an object is read: which branches it may match at all. Branches
/// are bits; what the member does not decide, every branch may match.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed unsafe class Guard
{
    private readonly NameTable _name;
    private readonly ulong _absent;
    private readonly ulong _others;
    private readonly NameIndex _strings;
    private readonly ulong[] _ofStrings;
    private readonly byte[][] _words;
    private readonly ulong[] _ofWords;

    /// <summary>Creates a guard.</summary>
    /// <param name="name">The one name of the member.</param>
    /// <param name="absent">The branches that an object may match without the member.</param>
    /// <param name="others">The branches that an object may match with any other value of the member.</param>
    /// <param name="values">Values of the member, as JSON: strings, numbers without fraction and exponent, <c>true</c>, <c>false</c>, <c>null</c>.</param>
    /// <param name="branches">For each value, the branches that an object may match with it.</param>
    public Guard(NameTable name, ulong absent, ulong others, string[] values, ulong[] branches)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(branches);
        _name = name;
        _absent = absent;
        _others = others;
        int[] strings = [.. Enumerable.Range(0, values.Length).Where(i => values[i][0] == '"')];
        int[] words = [.. Enumerable.Range(0, values.Length).Except(strings)];
        _strings = new NameIndex(Array.ConvertAll(strings, i => JsonString.ToText(Encoding.UTF8.GetBytes(values[i]).AsSpan()[1..^1])));
        _ofStrings = Array.ConvertAll(strings, i => branches[i]);
        _words = Array.ConvertAll(words, i => Encoding.UTF8.GetBytes(values[i]));
        _ofWords = Array.ConvertAll(words, i => branches[i]);
    }

    /// <summary>What a guard says where it does not know: any branch.</summary>
    internal static ulong All => ulong.MaxValue;

    /// <summary>The branches that the object at an offset may match.</summary>
    internal ulong Candidates(Validation v, nint at)
    {
        nint value = v.LookUp(at, _name);
        return value < 0 ? _absent : BranchesOf(v.Pointer(value));
    }

    private ulong BranchesOf(byte* value)
    {
        switch (*value)
        {
            case (byte)'"':
                byte* quote = ShortStrings.PlainEnd(value + 1);
                int number = quote is null ? -1 : _strings.Find(value + 1, (int)(quote - value) - 1);
                return number >= 0 ? _ofStrings[number] : quote is null ? All : _others;
            case (byte)'{' or (byte)'[':
                return _others;
            default:
                return BranchesOfWord(value);
        }
    }

    private ulong BranchesOfWord(byte* value)
    {
        int length = 0;
        while (value[length] is not ((byte)',' or (byte)'}' or <= (byte)' ') && length < PaddedBuffer.Padding)
        {
            length++;
        }

        if (length == PaddedBuffer.Padding)
        {
            return All;
        }

        var text = new ReadOnlySpan<byte>(value, length);
        for (int i = 0; i < _words.Length; i++)
        {
            if (text.SequenceEqual(_words[i]))
            {
                return _ofWords[i];
            }
        }

        // A number has many spellings: 1 is 1.0.
        return *value is (byte)'t' or (byte)'f' or (byte)'n' || IsPlain(text) ? _others : All;
    }

    // A whole number in the one way to write it without fraction and exponent.
    private static bool IsPlain(ReadOnlySpan<byte> number)
    {
        ReadOnlySpan<byte> digits = number.Length > 0 && number[0] == '-' ? number[1..] : number;
        return !digits.IsEmpty && (digits[0] != '0' || number.Length == 1) && !digits.ContainsAnyExceptInRange((byte)'0', (byte)'9');
    }
}
