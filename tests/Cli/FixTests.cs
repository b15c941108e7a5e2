using Plumbline.Testing;

namespace Plumbline.Cli.Tests;

/// <summary><c>plumbline fix</c>, run as a process.</summary>
public sealed class FixTests : IDisposable
{
    private const string Untidy = "\uFEFF{\"messages\": [{\"role\": \"user\", \"content\": \"a\"}, {\"role\": \"assistant\", \"content\": \"b\"}]} \r\n\r\n";
    private const string Tidy = "{\"messages\": [{\"role\": \"user\", \"content\": \"a\"}, {\"role\": \"assistant\", \"content\": \"b\"}]}\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("plumbline").FullName;
    private readonly TemporaryFile _file = new(Untidy);

    private string Output => Path.Combine(_folder, "new.jsonl");

    public void Dispose()
    {
        _file.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void What_was_changed_is_counted_and_the_input_stays()
    {
        ToolResult result = Tool.Run("fix", _file.Path, "--all-safe", "--output", Output);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(
            """
            2 lines of 2 changed
                      1  a byte order mark was taken away
                      1  a line ends with a line feed alone
                      1  an empty line was left out
                      1  white space around a line was taken away

            """.ReplaceLineEndings("\n"),
            result.Output);
        Assert.Equal($"plumbline: written to {Output}\n", result.Error);
        Assert.Equal(Tidy, File.ReadAllText(Output));
        Assert.Equal(System.Text.Encoding.UTF8.GetBytes(Untidy), File.ReadAllBytes(_file.Path));
    }

    [Fact]
    public void A_diff_comes_alone_to_standard_output_and_writes_nothing()
    {
        using var file = new TemporaryFile("{\"messages\": [{\"author\": \"user\"}]}\n");
        ToolResult result = Tool.Run("fix", file.Path, "--speaker", "role", "--diff");
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(
            $"--- {file.Path}\n+++ {file.Path}\n@@ -1 +1 @@\n-{{\"messages\": [{{\"author\": \"user\"}}]}}\n+{{\"messages\": [{{\"role\": \"user\"}}]}}\n",
            result.Output);
        Assert.EndsWith("plumbline: nothing was written: --output NEW writes it\n", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', result.Output);
    }

    [Fact]
    public void Examples_that_were_printed_over_several_lines_are_joined_counted_and_shown()
    {
        using var file = new TemporaryFile("{\"a\": 1}\n{\n  \"a\": \"x\ny\"\n}\n{\"a\": 2}\n");
        ToolResult result = Tool.Run("fix", file.Path, "--join-lines", "newline", "--diff", "--output", Output);
        Assert.Equal(
            $"--- {file.Path}\n+++ {file.Path}\n@@ -1,6 +1,3 @@\n"
            + " {\"a\": 1}\n-{\n-  \"a\": \"x\n-y\"\n-}\n+{ \"a\": \"x\\ny\" }\n {\"a\": 2}\n",
            result.Output);
        Assert.StartsWith(
            """
            4 lines of 6 changed
                      1  an example was put on one line
                      1  of these, a line break inside a text was replaced

            """.ReplaceLineEndings("\n"),
            result.Error,
            StringComparison.Ordinal);
        Assert.Equal("{\"a\": 1}\n{ \"a\": \"x\\ny\" }\n{\"a\": 2}\n", File.ReadAllText(Output));
    }

    [Fact]
    public void The_result_is_validated_where_a_format_is_named()
    {
        string many = string.Concat(Enumerable.Repeat(Tidy, 10));
        File.WriteAllText(_file.Path, many);
        ToolResult renamed = Tool.Run("fix", _file.Path, "--speaker", "author", "--output", Output, "--format", "vertex/chat");
        Assert.Equal(0, renamed.ExitCode);
        Assert.Contains("10 examples in 10 lines", renamed.Output, StringComparison.Ordinal);
        Assert.Contains("20  the name of the speaker was changed\n", renamed.Error, StringComparison.Ordinal);
        Assert.Equal(1, Tool.Run("fix", _file.Path, "--all-safe", "--output", Output, "--format", "vertex/chat").ExitCode);
    }

    [Fact]
    public void Standard_input_is_fixed_too()
    {
        ToolResult result = Tool.Run(["fix", "-", "--crlf", "--bom", "--output", Output], File.ReadAllBytes(_file.Path));
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(Tidy.TrimEnd() + " \n\n", File.ReadAllText(Output));
    }

    [Theory]
    [InlineData("fix FILE --output OUT", "say what to change: --all-safe, or --bom")]
    [InlineData("fix FILE --bom", "say where the result goes, --output NEW, or look at the changes first: --diff")]
    [InlineData("fix FILE --bom --diff --format openai/chat", "--format validates what is written: it needs --output NEW")]
    [InlineData("fix FILE --bom --output OUT --format openai/caht", "unknown format \"openai/caht\": did you mean \"openai/chat\"?")]
    [InlineData("fix FILE --bom --output FILE", "is a file to read: inputs are never written to")]
    [InlineData("fix FILE --join-lines tab --output OUT", "'tab' not recognized")]
    [InlineData("fix FILE --speaker bot --output OUT", "'bot' not recognized")]
    public void What_cannot_be_done_gives_2_and_a_sentence(string arguments, string sentence)
    {
        ToolResult result = Tool.Run([.. arguments.Split(' ').Select(argument => argument switch { "FILE" => _file.Path, "OUT" => Output, _ => argument })]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(sentence, result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void An_unreadable_file_gives_3_and_no_output()
    {
        ToolResult result = Tool.Run("fix", "samples/absent.jsonl", "--all-safe", "--output", Output);
        Assert.Equal((3, "plumbline: cannot read samples/absent.jsonl: there is no such file\n"), (result.ExitCode, result.Error));
        Assert.Empty(Directory.GetFiles(_folder));
    }
}
