using Plumbline.Cli.Commands;

namespace Plumbline.Cli.Reports;

/// <summary>A report that was asked for: <c>--report KIND[=FILE]</c>.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Path">Its file; null for standard output.</param>
internal sealed record ReportRequest(NamedReport Kind, string? Path)
{
    /// <summary>Reads the values of the option; none ask for the first kind.</summary>
    /// <exception cref="UsageException">One is no report, or they cannot go together.</exception>
    public static ReportRequest[] Read(IReadOnlyList<string> values)
    {
        if (values.Count == 0)
        {
            return [new ReportRequest(NamedReport.All[0], null)];
        }

        var requests = new ReportRequest[values.Count];
        for (int i = 0; i < requests.Length; i++)
        {
            requests[i] = Read(values[i]);
            for (int j = 0; j < i; j++)
            {
                ThrowUnlessApart(requests[j], requests[i]);
            }
        }

        return requests;
    }

    private static ReportRequest Read(string value)
    {
        int equals = value.IndexOf('=', StringComparison.Ordinal);
        string name = equals < 0 ? value : value[..equals];
        string? path = equals < 0 ? null : value[(equals + 1)..];
        if (path?.Length == 0)
        {
            throw new UsageException($"--report {value} names no file: {name}=FILE, or {name} for standard output");
        }

        NamedReport kind = Array.Find(NamedReport.All, known => known.Name == name) ?? throw Unknown(name);
        return new ReportRequest(kind, path == "-" ? null : path);
    }

    private static void ThrowUnlessApart(ReportRequest one, ReportRequest other)
    {
        if (one.Kind.TellsReferences || other.Kind.TellsReferences)
        {
            string kind = (one.Kind.TellsReferences ? one : other).Kind.Name;
            throw new UsageException($"--report {kind} stands alone: it counts a keyword once for each way that leads to it, and other reports do not");
        }

        if (one.Path is null && other.Path is null)
        {
            throw new UsageException($"two reports cannot share standard output: give one a file, --report {other.Kind.Name}=FILE");
        }

        if (one.Path is { } path && other.Path is { } second && System.IO.Path.GetFullPath(path) == System.IO.Path.GetFullPath(second))
        {
            throw new UsageException($"two reports cannot share the file {second}");
        }
    }

    private static UsageException Unknown(string name)
    {
        string[] names = Array.ConvertAll(NamedReport.All, known => known.Name);
        string? meant = NearestName.Find(name, names);
        return new($"unknown report \"{name}\"{(meant is null ? "" : $": did you mean \"{meant}\"?")}; there are {string.Join(", ", names)}");
    }
}
