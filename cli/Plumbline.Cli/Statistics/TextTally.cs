namespace Plumbline.Cli.Statistics;

/// <summary>Measures the texts and counts the turns of the examples of a part of a dataset.</summary>
/// <param name="statistics">Takes what was found.</param>
/// <param name="turns">Path of the turns of an example, or null.</param>
/// <param name="counter">Counts tokens; null where they are not counted.</param>
internal sealed class TextTally(DatasetStatistics statistics, InstancePath? turns, ITokenCounter? counter) : ExampleTally
{
    private readonly Texts _texts = new(counter);
    private readonly Distribution _turns = new();

    /// <inheritdoc/>
    public override void Add(ReadOnlySpan<byte> example, long index)
    {
        _texts.Read(example);
        if (turns is not null)
        {
            _turns.Add(turns.CountIn(example));
        }
    }

    /// <inheritdoc/>
    public override void Deliver(long linesBefore)
    {
        _texts.Fields.ForEach(statistics.Absorb);
        statistics.Scripts.Absorb(_texts.Scripts);
        statistics.Turns.Absorb(_turns);
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        _texts.Clear();
        _turns.Clear();
    }

    private sealed class Texts(ITokenCounter? counter) : ExampleTexts<FieldStatistics>
    {
        private const int MostPlaces = 1000;

        /// <summary>The fields seen since the last <see cref="Clear"/>, in the order of first sight.</summary>
        public List<FieldStatistics> Fields { get; } = [];

        /// <summary>The scripts of their texts.</summary>
        public ScriptCounts Scripts { get; } = new();

        public void Clear()
        {
            Fields.ForEach(field => field.Clear());
            if (Fields.Count > MostPlaces)
            {
                ForgetPlaces();
            }

            Fields.Clear();
            Scripts.Clear();
        }

        protected override FieldStatistics NewField(string path) => new(path);

        protected override void Add(FieldStatistics field, ReadOnlySpan<byte> text, bool isFirstOfExample)
        {
            if (field.Bytes.Count == 0)
            {
                Fields.Add(field);
            }

            field.Examples += isFirstOfExample ? 1 : 0;
            field.Bytes.Add(text.Length);
            field.CodePoints.Add(Scripts.Add(text));
            if (counter is not null)
            {
                field.Tokens.Add(counter.Count(text));
            }
        }
    }
}
