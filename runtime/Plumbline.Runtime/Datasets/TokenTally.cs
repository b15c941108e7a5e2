namespace Plumbline.Datasets;

/// <summary>Counts the tokens of every string of the examples of a block, by the place where it stands.</summary>
internal sealed class TokenTally(ITokenCounter counter) : ExampleTexts<TokenStatistics>
{
    private readonly List<TokenStatistics> _fields = [];
    private CountedStrings? _counted;

    /// <summary>The fields seen since <see cref="Clear"/>, in the order of first sight.</summary>
    public IReadOnlyList<TokenStatistics> Fields => _fields;

    /// <summary>Forgets all counts.</summary>
    public void Clear()
    {
        _fields.ForEach(static field => field.Clear());
        if (_fields.Count > TokenFields.Most)
        {
            ForgetPlaces();
        }

        _fields.Clear();
    }

    /// <summary>Counts the strings of an example.</summary>
    /// <param name="example">Well-formed JSON.</param>
    /// <param name="counted">Those that were counted when it was judged; null where nothing is known.</param>
    public void Read(ReadOnlySpan<byte> example, CountedStrings? counted)
    {
        _counted = counted;
        Read(example);
    }

    /// <inheritdoc/>
    protected override TokenStatistics NewField(string path) => new(path);

    /// <inheritdoc/>
    protected override void Add(TokenStatistics field, ReadOnlySpan<byte> text, bool isFirstOfExample) => Add(field, counter.Count(text), isFirstOfExample);

    private protected override bool AddKnown(TokenStatistics field, int offset, bool isFirstOfExample, out int end)
    {
        end = 0;
        if (_counted is null || !_counted.TryFind(offset, out end, out long tokens))
        {
            return false;
        }

        Add(field, tokens, isFirstOfExample);
        return true;
    }

    private void Add(TokenStatistics field, long tokens, bool isFirstOfExample)
    {
        if (field.Texts == 0)
        {
            _fields.Add(field);
        }

        field.Add(tokens, isFirstOfExample);
    }
}
