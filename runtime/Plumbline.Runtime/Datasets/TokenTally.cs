using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Plumbline.Datasets;

/// <summary>Counts the tokens of every string of the examples of a block, by the place where it stands. Names of members are not counted.</summary>
internal sealed class TokenTally(ITokenCounter counter)
{
    private readonly List<(Place Place, bool IsObject)> _open = [];
    private readonly List<TokenStatistics> _fields = [];
    private Place _root = new("");
    private long _example;

    /// <summary>The fields seen since <see cref="Clear"/>, in the order of first sight.</summary>
    public IReadOnlyList<TokenStatistics> Fields => _fields;

    /// <summary>Counts an example.</summary>
    /// <param name="text">Well-formed JSON, of any depth.</param>
    public void Add(ReadOnlySpan<byte> text)
    {
        _example++;
        _open.Clear();
        Place place = _root;
        for (int at = SkipSeparators(text, 0); at < text.Length;)
        {
            byte first = text[at];
            if (first is (byte)'{' or (byte)'[')
            {
                _open.Add((place, first == '{'));
                at = SkipSeparators(text, at + 1);
            }
            else
            {
                int end = JsonSyntax.SkipValue(text, at);
                if (first == '"')
                {
                    Count(place, text[at..end]);
                }

                at = SkipSeparators(text, end);
            }

            while (_open.Count > 0 && text[at] is (byte)'}' or (byte)']')
            {
                _open.RemoveAt(_open.Count - 1);
                at = SkipSeparators(text, at + 1);
                if (at == text.Length)
                {
                    return;
                }
            }

            if (_open.Count == 0)
            {
                return;
            }

            (Place parent, bool isObject) = _open[^1];
            if (isObject)
            {
                int end = JsonSyntax.SkipValue(text, at);
                place = parent.Member(text[(at + 1)..(end - 1)]);
                at = SkipSeparators(text, end);
            }
            else
            {
                place = parent.Item();
            }
        }
    }

    /// <summary>Forgets all counts.</summary>
    public void Clear()
    {
        _fields.ForEach(static field => field.Clear());
        if (_fields.Count > TokenFields.Most)
        {
            _root = new Place("");
        }

        _fields.Clear();
    }

    private void Count(Place place, ReadOnlySpan<byte> rawString)
    {
        TokenStatistics field = place.Field;
        if (field.Texts == 0)
        {
            _fields.Add(field);
        }

        field.Add(TokenSum.OfString(rawString, counter), place.LastExample != _example);
        place.LastExample = _example;
    }

    // White space, and what stands between values: in well-formed text it carries nothing that the brackets do not tell.
    private static int SkipSeparators(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && text[at] is (byte)' ' or (byte)',' or (byte)':' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            at++;
        }

        return at;
    }

    /// <summary>A place in examples, with the places inside.</summary>
    private sealed class Place(string path)
    {
        private readonly Dictionary<byte[], Place> _members = new(NameComparer.Instance);
        private Place? _item;

        public TokenStatistics Field { get; } = new(path);

        /// <summary>Number of the example in which a string last stood here.</summary>
        public long LastExample { get; set; }

        public Place Item() => _item ??= new Place(path + "/*");

        public Place Member(ReadOnlySpan<byte> rawName)
        {
            if (!rawName.Contains((byte)'\\'))
            {
                return Find(rawName);
            }

            byte[] buffer = ArrayPool<byte>.Shared.Rent(rawName.Length);
            Place place = Find(buffer.AsSpan(0, JsonString.Unescape(rawName, buffer)));
            ArrayPool<byte>.Shared.Return(buffer);
            return place;
        }

        private Place Find(ReadOnlySpan<byte> name)
        {
            if (!_members.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(name, out Place? place))
            {
                string token = System.Text.Encoding.UTF8.GetString(name).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
                place = new Place($"{path}/{token}");
                _members.Add(name.ToArray(), place);
            }

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
