using System.Text.RegularExpressions;
using Plumbline.Testing;

namespace Plumbline.Documentation.Tests;

/// <summary>A page of documentation, and the blocks of code in it.</summary>
internal sealed partial class MarkdownPage
{
    private MarkdownPage(string path)
    {
        Path = path;
        Text = File.ReadAllText(path);
        Blocks = [.. Fences().Matches(Text).Select(match => new CodeBlock(match.Groups["info"].Value.Trim(), match.Groups["text"].Value))];
    }

    public string Path { get; }

    public string Text { get; }

    /// <summary>The fenced blocks, in order.</summary>
    public IReadOnlyList<CodeBlock> Blocks { get; }

    /// <summary>Targets of links and images.</summary>
    public IEnumerable<string> Links => Targets().Matches(Fences().Replace(Text, "")).Select(match => match.Groups["target"].Value);

    public static MarkdownPage Read(params string[] parts) => new(Repository.PathOf(parts));

    /// <summary>Every page of the project.</summary>
    public static IEnumerable<string> All() =>
        Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
            .Select(path => System.IO.Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "TestResults" || part.StartsWith('.')))
            .Order(StringComparer.Ordinal);

    /// <summary>The text of the only block of a kind.</summary>
    public string Block(string info) => Assert.Single(Blocks, block => block.Info == info).Text;

    [GeneratedRegex("""^```(?<info>[^\n`]*)\n(?<text>.*?)^```$""", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Fences();

    [GeneratedRegex("""\]\((?<target>[^)\s]+)\)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Targets();
}

/// <summary>A fenced block of code.</summary>
/// <param name="Info">What stands after the opening fence: <c>json wrong</c>.</param>
/// <param name="Text">Its lines.</param>
internal sealed record CodeBlock(string Info, string Text);
