using System.Text;

namespace Plumbline;

/// <summary>Finds the position of a text in a fixed list, by its UTF-8 bytes.</summary>
internal sealed class Utf8Index
{
    private readonly byte[][] _texts;
    private readonly uint[] _hashes;
    private readonly int[] _slots; // open addressing: position + 1, 0 where free

    public Utf8Index(ReadOnlySpan<string> texts)
    {
        _texts = new byte[texts.Length][];
        _hashes = new uint[texts.Length];
        _slots = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, texts.Length * 2))];
        for (int i = 0; i < texts.Length; i++)
        {
            _texts[i] = Encoding.UTF8.GetBytes(texts[i]);
            if (Find(_texts[i]) >= 0)
            {
                continue; // a repeated text keeps its first position
            }

            _hashes[i] = Utf8Hash.Of(_texts[i]);
            uint slot = _hashes[i];
            while (_slots[slot & (_slots.Length - 1)] != 0)
            {
                slot++;
            }

            _slots[slot & (_slots.Length - 1)] = i + 1;
        }
    }

    /// <summary>The position of a text, or -1.</summary>
    public int Find(ReadOnlySpan<byte> text)
    {
        uint hash = Utf8Hash.Of(text);
        for (uint slot = hash; ; slot++)
        {
            int position = _slots[slot & (_slots.Length - 1)] - 1;
            if (position < 0 || (_hashes[position] == hash && text.SequenceEqual(_texts[position])))
            {
                return position;
            }
        }
    }
}
