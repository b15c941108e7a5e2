using System.Buffers;
using System.IO.Pipelines;
using System.Reflection;

namespace Plumbline.Samples.WebApi;

/// <summary>A request body, judged by the schema of its record before anything is made of it.</summary>
/// <typeparam name="T">A record that was generated from a schema.</typeparam>
public sealed class ValidatedBody<T> : IBindableFromHttpContext<ValidatedBody<T>>
    where T : class, ISchemaRecord<T>
{
    private const int MaxBytes = 1 << 16;

    private ValidatedBody(T? value, List<Finding> findings)
    {
        Value = value;
        Faults = findings
            .GroupBy(finding => finding.Pointer, finding => $"{finding.Line}:{finding.Column} {finding.Rule.Id} {finding.Message}")
            .ToDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>The value, or null where the body is not valid.</summary>
    public T? Value { get; }

    /// <summary>What is wrong, by JSON Pointer.</summary>
    public IDictionary<string, string[]> Faults { get; }

    static async ValueTask<ValidatedBody<T>?> IBindableFromHttpContext<ValidatedBody<T>>.BindAsync(HttpContext context, ParameterInfo parameter)
    {
        PipeReader reader = context.Request.BodyReader;
        while (true)
        {
            ReadResult read = await reader.ReadAsync(context.RequestAborted);
            if (read.Buffer.Length > MaxBytes)
            {
                throw new BadHttpRequestException($"A body holds at most {MaxBytes:N0} bytes.", StatusCodes.Status413PayloadTooLarge);
            }

            if (read.IsCompleted)
            {
                ValidatedBody<T> body = Judge(read.Buffer);
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            // Nothing is consumed: the next reading has all of it again, and what came since.
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static ValidatedBody<T> Judge(ReadOnlySequence<byte> body)
    {
        // A small body lies in one piece, and is judged where the server has put it.
        ReadOnlySpan<byte> json = body.IsSingleSegment ? body.FirstSpan : body.ToArray();
        var findings = new Faulty();
        bool isValid = SchemaRecord.TryParse(json, out T? value, findings);

        // A warning, of a member that is sent twice say, is reason enough to ask the sender.
        return new ValidatedBody<T>(isValid && findings.Items.Count == 0 ? value : null, findings.Items);
    }

    private sealed class Faulty : IFindingSink
    {
        public List<Finding> Items { get; } = [];

        public void Add(Finding finding)
        {
            if (finding.Severity is Severity.Error or Severity.Warning)
            {
                Items.Add(finding);
            }
        }
    }
}
