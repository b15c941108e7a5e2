namespace Plumbline.Tokenizers.Counting;

/// <summary>Encodes one pretoken; belongs to one thread.</summary>
internal interface IPretokenEncoder
{
    /// <summary>How many symbols the encoding has.</summary>
    /// <param name="text">The first byte.</param>
    /// <param name="length">Bytes, at least one; all of them belong to atoms.</param>
    int Count(ref byte text, int length);
}
