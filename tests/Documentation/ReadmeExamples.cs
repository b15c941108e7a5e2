using System.Text;
using Plumbline.Schemas.Vertex;
using Plumbline.Testing;

namespace Plumbline.Documentation.Tests;

/// <summary>The code of the README, run. ReadmeTests compares the two texts.</summary>
public class ReadmeExamples
{
    [Fact]
    public void A_record_is_read_changed_and_written()
    {
        Chat chat = Chat.Parse("""
            {"messages": [{"author": "user", "content": "Do you sell peat?"}, {"author": "assistant", "content": "No."}]}
            """u8);
        Chat kinder = chat with
        {
            Context = "Answer kindly.",
            Messages = [.. chat.Messages, new ChatMessage { Author = ChatMessageAuthor.User, Content = "Why?" }],
        };
        byte[] json = kinder.ToUtf8Json();

        Assert.Equal("No.", chat.Messages[1].Content);
        Assert.Equal(
            """{"context":"Answer kindly.","messages":[{"author":"user","content":"Do you sell peat?"},{"author":"assistant","content":"No."},{"author":"user","content":"Why?"}]}""",
            Encoding.UTF8.GetString(json));
    }

    [Fact]
    public void A_dataset_is_read_line_by_line()
    {
        var findings = new List<string>();
        string path = Repository.PathOf("samples", "broken", "chat.jsonl");
        var run = new DatasetRun(Chat.Validator, new DatasetOptions { Model = "chat-bison@002" });
        DatasetSummary summary = run.ReadFile(path, new Printer(findings));

        Assert.Equal(12, summary.Lines);
        Assert.Equal(summary.Findings, findings.Count);
        Assert.Contains("2:66 PLB4002 in tuning data", findings[0], StringComparison.Ordinal);
    }

    private sealed class Printer(List<string> lines) : IFindingSink
    {
        public void Add(Finding finding) => lines.Add($"{finding.Line}:{finding.Column} {finding.Rule.Id} {finding.Message}");
    }
}
