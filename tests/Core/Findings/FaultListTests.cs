namespace Plumbline.Tests.Findings;

public sealed class FaultListTests
{
    private static readonly Advice Soft = new(Severity.Warning, Effect.Truncated, "It will be cut.");

    [Fact]
    public void Settled_faults_stand_in_order_and_once()
    {
        var faults = new FaultList();
        Assertion b = new(Rules.Required, "/b", "");
        Assertion a = new(Rules.Type, "/a", "");
        faults.Add(new Fault(b, 1, -1, "y"));
        faults.Add(new Fault(b, 1, -1, "x"));
        faults.Add(new Fault(a, 1));
        faults.Add(new Fault(b, 0));
        faults.Add(new Fault(new Assertion(Rules.Required, "/b", ""), 1, -1, "x"));
        faults.Settle("[1]"u8);
        Assert.Equal(["0/b", "1/a", "1/bx", "1/by"], Told(faults));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(100)]
    public void Few_or_many_faults_are_put_into_the_same_order(int count)
    {
        Fault[] faults = [.. Enumerable.Range(0, count).Select(i => new Fault(new Assertion(Rules.Type, $"/{i % 3}", ""), i / 3))];
        Fault[] sorted = [.. faults.OrderBy(fault => fault.Offset).ThenBy(fault => fault.Assertion.Location, StringComparer.Ordinal)];
        new Random(count).Shuffle(faults);
        FaultOrder.Sort(faults, count);
        Assert.Equal(sorted, faults);
    }

    [Fact]
    public void Malformed_text_silences_everything_else()
    {
        var faults = new FaultList();
        faults.Add(new Fault(new Assertion(Rules.Type, "/a", ""), 0));
        faults.Add(new SyntaxFault(Rules.TooDeep, 3, "").ToFault());
        faults.Settle("[[[["u8);
        Assert.Equal("3", Assert.Single(Told(faults)));
        Assert.True(faults.HasErrors);
    }

    [Theory]
    [InlineData(0, 5, false)] // the array, an error in it
    [InlineData(0, 0, false)] // the array itself at fault
    [InlineData(5, 0, true)] // an item, the error is about the array around it
    [InlineData(1, 5, true)] // one item, an error in another
    [InlineData(5, 5, false)]
    [InlineData(6, 9, true)] // a name, an error in its value
    public void Advice_about_a_value_is_withheld_while_an_error_lies_inside_it(int advice, int error, bool told)
    {
        byte[] text = "[[1],{\"a\":2}]"u8.ToArray();
        var faults = new FaultList();
        faults.Add(new Fault(new Assertion(Rules.MinItems, "/x-advice/0/schema/minItems", "", advice: Soft), advice, 1));
        faults.Add(new Fault(new Assertion(Rules.Type, "/type", ""), error));
        faults.Settle(text);
        Assert.Equal(told ? 2 : 1, faults.Count);
        Assert.True(faults.HasErrors);
    }

    [Fact]
    public void Advice_and_warnings_are_no_errors()
    {
        var faults = new FaultList();
        faults.Add(new Fault(new Assertion(Rules.MinItems, "/a", "", advice: Soft), 0, 1));
        faults.Add(new Fault(MalformedText.DuplicateInDataset, 0));
        faults.Settle("[]"u8);
        Assert.Equal(2, faults.Count);
        Assert.False(faults.HasErrors);
        faults.Add(new Fault(MalformedText.DuplicateInDocument, 0));
        Assert.True(faults.HasErrors);
    }

    [Fact]
    public void Trials_keep_no_faults_and_weigh_them_by_their_place()
    {
        var faults = new FaultList();
        Assertion type = new(Rules.Type, "", "");
        Assertion constant = new(Rules.Const, "", "");
        Assertion advice = new(Rules.Type, "", "", advice: Soft);

        long outer = faults.BeginTrial(depth: 2);
        faults.Add(new Fault(type, 0), depth: 2);
        long inner = faults.BeginTrial(depth: 3);
        faults.Add(new Fault(type, 0), depth: 4);
        faults.Add(new Fault(constant, 0), depth: 4);
        faults.Add(new Fault(constant, 0), depth: 5);
        faults.Add(new Fault(advice, 0), depth: 3);
        faults.Add(new Fault(MalformedText.DuplicateInDataset, 0), depth: 3);
        Assert.Equal(Closeness.Slip + Closeness.WrongConstant + Closeness.Slip, faults.EndTrial(inner));
        faults.AddUnion(Closeness.WrongType + Closeness.WrongConstant + Closeness.Slip, depth: 3);
        Assert.True(faults.IsMuted);
        Assert.Equal(Closeness.WrongType + 3, faults.EndTrial(outer));
        Assert.False(faults.IsMuted);
        Assert.Equal(0, faults.Count);
        Assert.False(faults.HasErrors);
    }

    [Fact]
    public void Inside_an_advice_its_own_faults_decide_trials()
    {
        var faults = new FaultList();
        long mark = faults.BeginTrial(0, Soft);
        faults.Add(new Fault(new Assertion(Rules.MinItems, "", "", advice: new Advice(Severity.Note, Effect.None, "other")), 0));
        Assert.Equal(0, faults.Penalty);
        faults.Add(new Fault(new Assertion(Rules.MinItems, "", "", advice: Soft), 0));
        Assert.Equal(Closeness.Slip, faults.EndTrial(mark));
    }

    private static List<string> Told(FaultList faults) =>
        [.. Enumerable.Range(0, faults.Count).Select(i => $"{faults[i].Offset}{faults[i].Assertion.Location}{faults[i].Name}")];
}
