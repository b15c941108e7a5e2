namespace Plumbline.Scanning;

/// <summary>The end of a well-formed object or array one byte at a time: for machines without vectors, and what the others are tested against.</summary>
internal static unsafe class ScalarContainers
{
    /// <summary>Finds the byte after the closing bracket; see <see cref="ContainerScan{TBlock}.End"/>.</summary>
    public static byte* End(byte* open, byte* end)
    {
        int depth = 0;
        bool inString = false;
        for (byte* at = open; at < end; at++)
        {
            switch (*at)
            {
                case (byte)'\\' when inString:
                    at++;
                    break;
                case (byte)'"':
                    inString = !inString;
                    break;
                case (byte)'{' or (byte)'[' when !inString:
                    depth++;
                    break;
                case (byte)'}' or (byte)']' when !inString:
                    if (--depth == 0)
                    {
                        return at + 1;
                    }

                    break;
            }
        }

        return end;
    }
}
