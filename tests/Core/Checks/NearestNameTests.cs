namespace Plumbline.Tests.Checks;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("contnt", "content")]
    [InlineData("cotnent", "content")]
    [InlineData("Content", "content")]
    [InlineData("content:", "content")]
    [InlineData("contents", "content")]
    [InlineData("autor", "author")]
    [InlineData("usr", "user")]
    [InlineData("human", null)]
    [InlineData("x", null)]
    [InlineData("", null)]
    [InlineData("a completely different name", null)]
    public void The_nearest_right_name_is_suggested_and_no_far_one(string name, string? nearest) =>
        Assert.Equal(nearest, NearestName.Find(name, ["user", "assistant", "author", "content"]));
}
