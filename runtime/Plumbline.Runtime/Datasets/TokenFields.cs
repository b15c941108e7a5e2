namespace Plumbline.Datasets;

/// <summary>
/// Statistics of the fields of a dataset, in the order of first sight. Fields beyond <see cref="Most"/> come from names that are data, identifiers say: then
/// all are folded into one. Whether that happens depends on the set of fields alone, so that merging stays associative.
/// </summary>
internal sealed class TokenFields
{
    /// <summary>The most fields that are told apart.</summary>
    public const int Most = 1000;

    private readonly List<TokenStatistics> _inOrder = [];
    private readonly Dictionary<string, TokenStatistics> _byPath = new(StringComparer.Ordinal);

    /// <summary>The fields.</summary>
    public IReadOnlyList<TokenStatistics> InOrder => _inOrder;

    private bool IsFolded => _inOrder is [{ Path: TokenStatistics.AllFields }];

    /// <summary>Adds the counts of other texts.</summary>
    public void Absorb(IReadOnlyList<TokenStatistics> next)
    {
        if (next is [{ Path: TokenStatistics.AllFields }])
        {
            Fold();
        }

        foreach (TokenStatistics added in next)
        {
            if (IsFolded)
            {
                _inOrder[0].Absorb(added);
                continue;
            }

            if (!_byPath.TryGetValue(added.Path, out TokenStatistics? field))
            {
                field = new TokenStatistics(added.Path);
                _byPath.Add(added.Path, field);
                _inOrder.Add(field);
            }

            field.Absorb(added);
            if (_inOrder.Count > Most)
            {
                Fold();
            }
        }
    }

    private void Fold()
    {
        if (IsFolded)
        {
            return;
        }

        var all = new TokenStatistics(TokenStatistics.AllFields);
        _inOrder.ForEach(all.Absorb);
        _inOrder.Clear();
        _byPath.Clear();
        _inOrder.Add(all);
    }
}
