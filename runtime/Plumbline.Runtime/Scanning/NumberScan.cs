using System.Numerics;

namespace Plumbline.Scanning;

/// <summary>Reads a JSON number by a mask of its digits: no loop, so no branch that hangs on how many there are.</summary>
/// <typeparam name="TBlock">The vector width.</typeparam>
internal static unsafe class NumberScan<TBlock>
    where TBlock : struct, IBlock<TBlock>
{
    // A run of digits that ends here or before leaves room in the mask for a point, an exponent's sign and one digit more.
    private const int LastPlace = 60;

    /// <summary>Finds the first byte after a number, or null where none stands; see <see cref="ScalarNumbers.End"/>.</summary>
    public static byte* End(byte* at)
    {
        TBlock block = TBlock.Load(at);
        ulong digits = block.AtLeast((byte)'0') & ~block.AtLeast((byte)('9' + 1));
        int place = *at == '-' ? 1 : 0;
        int end = at[place] == '0' ? place + 1 : RunEnd(digits, place);
        if (end == place)
        {
            return null;
        }

        if (end <= LastPlace && at[end] == '.')
        {
            place = end + 1;
            end = RunEnd(digits, place);
            if (end == place)
            {
                return null;
            }
        }

        if (end <= LastPlace && (at[end] | 0x20) == 'e')
        {
            place = at[end + 1] is (byte)'+' or (byte)'-' ? end + 2 : end + 1;
            end = RunEnd(digits, place);
            if (end == place)
            {
                return null;
            }
        }

        return end <= LastPlace ? at + end : ScalarNumbers.End(at);
    }

    private static int RunEnd(ulong digits, int start) => start + BitOperations.TrailingZeroCount(~(digits >> start));
}
