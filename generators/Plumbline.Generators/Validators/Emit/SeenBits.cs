using System.Globalization;
using Plumbline.Generators.Validators.Plan;
using Plumbline.Generators.Writing;

namespace Plumbline.Generators.Validators.Emit;

/// <summary>The bits of the known members that an object has: one word, or a span of words for more than 64 names.</summary>
internal sealed class SeenBits(int members)
{
    private const int WordBits = ObjectPlan.MostInWord;
    private readonly int _words = (members + WordBits - 1) / WordBits;

    /// <summary>Declares the bits.</summary>
    public void Declare(SourceWriter w)
    {
        if (_words == 1)
        {
            w.Line("ulong seen = 0;");
        }
        else if (_words > 1)
        {
            w.Line($"global::System.Span<ulong> seen = stackalloc ulong[{_words}];");
        }

        if (_words > 1)
        {
            // A validator may be compiled with SkipLocalsInit.
            w.Line("seen.Clear();");
        }
    }

    /// <summary>The statement that notes a member.</summary>
    public string Note(string member) => _words == 1 ? $"seen = v.Seen(seen, name, {member});" : $"v.Seen(seen, name, {member});";

    /// <summary>The condition that a member was seen.</summary>
    public string Has(int member) => $"({Word(member / WordBits)} & {Hex(1UL << (member % WordBits))}) != 0";

    /// <summary>For each word that holds some of the members: the expression of those that were not seen, and the number of its first bit.</summary>
    public IEnumerable<(string Missing, int First)> Missing(IReadOnlyList<int> members) => members
        .GroupBy(m => m / WordBits)
        .Select(g => ($"~{Word(g.Key)} & {Hex(g.Aggregate(0UL, (bits, m) => bits | (1UL << (m % WordBits))))}", g.Key * WordBits));

    /// <summary>The expression of how many members were seen.</summary>
    public string Count => _words == 0 ? "" : string.Concat(
        Enumerable.Range(0, _words).Select(i => $" + global::System.Numerics.BitOperations.PopCount({Word(i)})"));

    /// <summary>Bits as a literal.</summary>
    public static string Hex(ulong bits) => "0x" + bits.ToString("X", CultureInfo.InvariantCulture);

    private string Word(int index) => _words == 1 ? "seen" : $"seen[{index.ToString(CultureInfo.InvariantCulture)}]";
}
