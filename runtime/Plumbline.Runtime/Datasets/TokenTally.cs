namespace Plumbline.Datasets;

/// <summary>Counts the tokens of every string of the examples of a block, by the place where it stands.</summary>
internal sealed class TokenTally(ITokenCounter counter) : ExampleTexts<TokenStatistics>
{
    private readonly List<TokenStatistics> _fields = [];

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

    /// <inheritdoc/>
    protected override TokenStatistics NewField(string path) => new(path);

    /// <inheritdoc/>
    protected override void Add(TokenStatistics field, ReadOnlySpan<byte> text, bool isFirstOfExample)
    {
        if (field.Texts == 0)
        {
            _fields.Add(field);
        }

        field.Add(counter.Count(text), isFirstOfExample);
    }
}
