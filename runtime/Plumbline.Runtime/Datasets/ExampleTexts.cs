using System.Diagnostics.CodeAnalysis;

using Plumbline.Datasets;

namespace Plumbline;

/// <summary>Reads the strings of examples, by the place where they stand. Names of members are not read.</summary>
/// <remarks>Allocates for places that are new, and nothing for a string. For one thread at a time.</remarks>
/// <typeparam name="TField">What is kept of a place.</typeparam>
public abstract class ExampleTexts<TField>
    where TField : class
{
    // Bits for the bytes below 64 that stand between values: white space, comma and colon.
    private const ulong Separators = (1UL << ' ') | (1UL << ',') | (1UL << ':') | (1UL << '\n') | (1UL << '\r') | (1UL << '\t');

    private readonly UnescapedText _text = new();
    private (Place Place, bool IsObject)[] _open = new (Place, bool)[16];
    private Place _root;
    private long _example;

    /// <summary>Creates a reader that has met no place yet.</summary>
    protected ExampleTexts() => _root = new Place(this, "");

    /// <summary>Reads an example.</summary>
    /// <param name="example">Well-formed JSON, of any depth.</param>
    public void Read(ReadOnlySpan<byte> example)
    {
        ReadOnlySpan<byte> text = example;
        _example++;
        int depth = 0;
        Place place = _root;
        for (int at = SkipSeparators(text, 0); at < text.Length;)
        {
            byte first = text[at];
            if (first is (byte)'{' or (byte)'[')
            {
                if (depth == _open.Length)
                {
                    Array.Resize(ref _open, 2 * depth);
                }

                _open[depth++] = (place, first == '{');
                at = SkipSeparators(text, at + 1);
            }
            else if (first == '"')
            {
                at = SkipSeparators(text, ReadString(text, at, place));
            }
            else
            {
                at = SkipSeparators(text, JsonSyntax.SkipValue(text, at));
            }

            while (depth > 0 && text[at] is (byte)'}' or (byte)']')
            {
                depth--;
                at = SkipSeparators(text, at + 1);
                if (at == text.Length)
                {
                    return;
                }
            }

            if (depth == 0)
            {
                return;
            }

            (Place parent, bool isObject) = _open[depth - 1];
            if (isObject)
            {
                place = parent.Expected(text, at, out int end) ?? parent.Member(_text.Read(text, at, out end));
                at = SkipSeparators(text, end);
            }
            else
            {
                place = parent.Item();
            }
        }
    }

    /// <summary>Forgets the places that were met.</summary>
    protected void ForgetPlaces() => _root = new Place(this, "");

    /// <summary>Makes what is kept of a place that was not met before.</summary>
    /// <param name="path">The place: a JSON Pointer in which <c>*</c> stands for every item of an array.</param>
    protected abstract TField NewField(string path);

    /// <summary>Takes a string.</summary>
    /// <param name="field">What is kept of its place.</param>
    /// <param name="text">The string without escapes; good until this returns.</param>
    /// <param name="isFirstOfExample">Whether it is the first string of its example at this place.</param>
    protected abstract void Add(TField field, ReadOnlySpan<byte> text, bool isFirstOfExample);

    /// <summary>Takes a string without reading it, where what is kept of it is known already.</summary>
    /// <param name="field">What is kept of its place.</param>
    /// <param name="offset">Where it starts in the example.</param>
    /// <param name="isFirstOfExample">Whether it is the first string of its example at this place.</param>
    /// <param name="end">The offset behind it.</param>
    /// <returns>False where it is to be read.</returns>
    private protected virtual bool AddKnown(TField field, int offset, bool isFirstOfExample, out int end)
    {
        end = 0;
        return false;
    }

    private int ReadString(ReadOnlySpan<byte> text, int at, Place place)
    {
        bool isFirst = place.LastExample != _example;
        place.LastExample = _example;
        if (!AddKnown(place.Field, at, isFirst, out int end))
        {
            Add(place.Field, _text.Read(text, at, out end), isFirst);
        }

        return end;
    }

    // White space, and what stands between values: in well-formed text it carries nothing that the brackets do not tell.
    private static int SkipSeparators(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && text[at] < 64 && ((Separators >> text[at]) & 1) != 0)
        {
            at++;
        }

        return at;
    }

    /// <summary>A place in examples, with the places inside.</summary>
    private sealed class Place(ExampleTexts<TField> texts, string path, int number = 0)
    {
        private readonly Dictionary<byte[], Place> _members = new(NameComparer.Instance);
        private readonly List<(byte[]? Plain, Place Place)> _inOrder = [];
        private int _expected;
        private Place? _item;

        public TField Field => field ??= texts.NewField(path);

        /// <summary>Number among the members of the place around it, by first sight.</summary>
        private int Number => number;

        /// <summary>Number of the example in which a string last stood here.</summary>
        public long LastExample { get; set; }

        public Place Item() => _item ??= new Place(texts, path + "/*");

        /// <summary>The member whose name stands at an offset, if it is the next one of the last object here, and without escapes: most objects have the
        /// members that the last one had, in its order.</summary>
        public Place? Expected(ReadOnlySpan<byte> text, int at, out int end)
        {
            end = 0;
            int expected = _expected < _inOrder.Count ? _expected : 0;
            if (expected == _inOrder.Count || _inOrder[expected].Plain is not { } plain || !text[at..].StartsWith(plain))
            {
                return null;
            }

            _expected = expected + 1;
            end = at + plain.Length;
            return _inOrder[expected].Place;
        }

        public Place Member(ReadOnlySpan<byte> name)
        {
            if (_members.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(name, out Place? place))
            {
                _expected = place.Number + 1;
                return place;
            }

            string token = System.Text.Encoding.UTF8.GetString(name).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
            place = new Place(texts, $"{path}/{token}", _inOrder.Count);
            byte[] kept = name.ToArray();
            _members.Add(kept, place);
            _inOrder.Add((name.ContainsAny((byte)'"', (byte)'\\') ? null : [(byte)'"', .. kept, (byte)'"'], place));
            _expected = _inOrder.Count;
            return place;
        }
    }

    /// <summary>Compares names as bytes, with a hash that differs from process to process: names are what a file says.</summary>
    private sealed class NameComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly NameComparer Instance = new();

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }
    }
}
