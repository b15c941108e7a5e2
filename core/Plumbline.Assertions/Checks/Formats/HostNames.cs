namespace Plumbline.Formats;

/// <summary>Host names of RFC 1123, 2.1, whose A-labels are checked too, and internationalized ones of RFC 5890, 2.3.2.3.</summary>
internal static class HostNames
{
    // RFC 1035, 2.3.4: 255 octets on the wire are 253 characters. A label's length is Punycode.LongestLabel.
    private const int LongestName = 253;

    public static bool IsHostName(ReadOnlySpan<byte> text) => Check(text, international: false);

    public static bool IsIdnHostName(ReadOnlySpan<byte> text) => Check(text, international: true);

    private static bool Check(ReadOnlySpan<byte> text, bool international)
    {
        Span<int> label = stackalloc int[Punycode.LongestLabel];
        var names = new NameRules();
        int length = 0;
        int total = 0;
        for (int at = 0; at < text.Length;)
        {
            int codePoint = JsonString.DecodeUtf8(text, ref at);
            if (codePoint == '.' || (international && codePoint is 0x3002 or 0xFF0E or 0xFF61))
            {
                if (!names.Accepts(label.Slice(0, length), international, ref total))
                {
                    return false;
                }

                length = 0;
                total++;
            }
            else if (length == label.Length)
            {
                return false;
            }
            else
            {
                label[length++] = codePoint;
            }
        }

        return names.Accepts(label.Slice(0, length), international, ref total) && total <= LongestName && names.IsBidiRight;
    }

    // Right-to-left letters anywhere put every label under the bidi rule (RFC 5893, 1.4).
    private struct NameRules
    {
        private bool _isBidi;
        private bool _breaksBidi;

        public readonly bool IsBidiRight => !_isBidi || !_breaksBidi;

        /// <summary>Judges a label, adds the length that it has in ASCII, and notes what the bidi rule needs.</summary>
        public bool Accepts(Span<int> label, bool international, ref int total)
        {
            if (IsAscii(label))
            {
                total += label.Length;
                return AcceptsAscii(label, international);
            }

            int length = international ? Punycode.EncodedLength(label) : -1;
            total += length;
            return length > 0 && AcceptsUnicode(label);
        }

        private bool AcceptsAscii(Span<int> label, bool international)
        {
            if (!IsLetterDigitHyphen(label))
            {
                return false;
            }

            if (Punycode.HasPrefix(label))
            {
                Span<int> decoded = stackalloc int[Punycode.LongestLabel];
                int length = Punycode.Decode(label, decoded);
                return length > 0 && AcceptsUnicode(decoded.Slice(0, length));
            }

            _breaksBidi |= !BidiRule.Accepts(label);

            // RFC 5890, 2.3.1: two hyphens in this place are reserved for prefixes. Host names as such know no prefixes.
            return !international || !IdnLabel.HasReservedHyphens(label);
        }

        private bool AcceptsUnicode(ReadOnlySpan<int> label)
        {
            _isBidi |= BidiRule.Concerns(label);
            _breaksBidi |= !BidiRule.Accepts(label);
            return IdnLabel.IsValid(label);
        }

        private static bool IsAscii(ReadOnlySpan<int> label)
        {
            foreach (int codePoint in label)
            {
                if (codePoint >= 0x80)
                {
                    return false;
                }
            }

            return true;
        }

        private static bool IsLetterDigitHyphen(ReadOnlySpan<int> label)
        {
            foreach (int character in label)
            {
                if (!Ascii.IsLetterOrDigit((byte)character) && character != '-')
                {
                    return false;
                }
            }

            return label.Length > 0 && label[0] != '-' && label[label.Length - 1] != '-';
        }
    }
}
