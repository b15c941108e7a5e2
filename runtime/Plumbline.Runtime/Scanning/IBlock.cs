namespace Plumbline.Scanning;

/// <summary>
/// Sixty-four bytes of text, seen as bit masks: bit <c>i</c> of a mask speaks of byte <c>i</c>.
/// One implementation for each vector width; all of them give the same masks for the same bytes.
/// </summary>
/// <remarks>The scanning loops are generic over this interface and its implementations are structs, so that the JIT compiles one copy
/// of each loop for each width, with every call below inlined.</remarks>
/// <typeparam name="TSelf">The implementation.</typeparam>
internal unsafe interface IBlock<TSelf>
    where TSelf : struct, IBlock<TSelf>
{
    /// <summary>Whether this machine runs this width.</summary>
    static abstract bool IsSupported { get; }

    /// <summary>Loads 64 bytes.</summary>
    static abstract TSelf Load(byte* at);

    /// <summary>Bytes equal to a value.</summary>
    ulong Equal(byte value);

    /// <summary>Bytes that are equal to a value or above it.</summary>
    ulong AtLeast(byte value);

    /// <summary>Bytes below the space: control characters.</summary>
    ulong Controls();

    /// <summary>Bytes with the high bit set: parts of UTF-8 sequences of two to four bytes.</summary>
    ulong HighBits();

    /// <summary>Bytes that may follow a backslash: <c>" \ / b f n r t u</c>.</summary>
    ulong EscapeLetters();

    /// <summary>Hexadecimal digits, in either case.</summary>
    ulong HexDigits();

    /// <summary>Bytes at which the text stops being UTF-8, judged from each byte and the three before it.</summary>
    /// <param name="at">Where the block was loaded; the three bytes before it are read.</param>
    /// <param name="isFirst">Whether the text starts with this block: then the byte before it is ASCII (a quote) and those before that do not count.</param>
    ulong Utf8Errors(byte* at, bool isFirst);
}
