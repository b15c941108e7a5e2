namespace Plumbline.Scanning;

/// <summary>The string scan one byte at a time: for machines without vectors, and what the others are tested against.</summary>
internal static unsafe class ScalarStrings
{
    /// <summary>Finds the end of a string; see <see cref="StringScan{TBlock}.End"/>.</summary>
    public static byte* End(byte* text)
    {
        byte* at = text;
        while (true)
        {
            byte b = *at;
            if (b == '"')
            {
                return at;
            }

            if (b < ' ')
            {
                return null;
            }

            if (b == '\\')
            {
                at++;
                switch (*at)
                {
                    case (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t':
                        at++;
                        break;
                    case (byte)'u' when SurrogateEscapes.UnitLength(at) is > 0 and int length:
                        at += length;
                        break;
                    default:
                        return null;
                }
            }
            else if (b < 0x80)
            {
                at++;
            }
            else
            {
                int length = SequenceLength(at);
                if (length == 0)
                {
                    return null;
                }

                at += length;
            }
        }
    }

    /// <summary>Bytes of the well-formed sequence that starts here with a byte outside ASCII (Unicode 16, table 3-7), or 0.</summary>
    private static int SequenceLength(byte* at)
    {
        byte lead = at[0];
        switch (lead)
        {
            case >= 0xC2 and <= 0xDF:
                return IsContinuation(at[1]) ? 2 : 0;
            case >= 0xE0 and <= 0xEF:
                byte second = at[1];
                bool allowed = lead switch { 0xE0 => second >= 0xA0, 0xED => second <= 0x9F, _ => true };
                return allowed && IsContinuation(second) && IsContinuation(at[2]) ? 3 : 0;
            case >= 0xF0 and <= 0xF4:
                second = at[1];
                allowed = lead switch { 0xF0 => second >= 0x90, 0xF4 => second <= 0x8F, _ => true };
                return allowed && IsContinuation(second) && IsContinuation(at[2]) && IsContinuation(at[3]) ? 4 : 0;
            default:
                return 0;
        }
    }

    private static bool IsContinuation(byte b) => (b & 0xC0) == 0x80;
}
