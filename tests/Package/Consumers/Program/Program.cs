using System.Text.Json;
using Example;
using Plumbline;
using Plumbline.Schemas;
using Plumbline.Tokenizers;

// A generated record.
Ticket ticket = Ticket.Parse("""{"id": 1, "priority": "high", "tags": ["delivery"]}"""u8);
Console.WriteLine($"parsed: {ticket.Id} {ticket.Priority} {ticket.Tags[0]}");
Console.WriteLine($"written: {System.Text.Encoding.UTF8.GetString((ticket with { Hours = 1.5 }).ToUtf8Json())}");

// Its validator, on JSON that the compiler cannot see.
byte[] wrong = Convert.FromHexString("7B226964223A20302C20227072696F72697479223A202268696867222C202274616773223A205B5D7D");
var findings = new Printer();
Console.WriteLine($"valid: {Ticket.Validator.Validate(wrong, findings)}");

// System.Text.Json, without reflection.
var options = new JsonSerializerOptions { TypeInfoResolver = Consumer.PlumblineJsonResolver.Instance };
var typed = (System.Text.Json.Serialization.Metadata.JsonTypeInfo<Ticket>)options.GetTypeInfo(typeof(Ticket));
Console.WriteLine($"serialized: {JsonSerializer.Serialize(ticket, typed)}");
Console.WriteLine($"reflection: {JsonSerializer.IsReflectionEnabledByDefault}");

// A bundled format, and tokens.
var run = new DatasetRun(BundledFormats.Find("openai/chat")!.Validator);
using var lines = new MemoryStream("""{"messages": [{"role": "user", "content": "Do you sell peat?"}, {"role": "assistant", "content": "No."}]}"""u8.ToArray());
DatasetSummary summary = run.Read(lines, findings);
Console.WriteLine($"dataset: {summary.Lines} line, {summary.Errors} errors");
Console.WriteLine($"tokens: {TokenCounter.Load("o200k_base").Count("Do you sell peat?"u8)}");

internal sealed class Printer : IFindingSink
{
    public void Add(Finding finding)
    {
        if (finding.Severity == Severity.Error)
        {
            Console.WriteLine($"{finding.Line}:{finding.Column} {finding.Rule.Id} {finding.Message}");
        }
    }
}
