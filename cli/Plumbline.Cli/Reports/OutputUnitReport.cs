using System.Text.Json;

namespace Plumbline.Cli.Reports;

/// <summary>
/// The specification's own output (2020-12 core, section 12.4), as JSON Lines: one output unit for each line of a dataset, valid or not,
/// with the names <c>file</c> and <c>line</c> besides the specification's. What is wrong with a file as a whole is a last unit without a line.
/// Warnings and notes are no part of the verdict and do not appear.
/// </summary>
/// <param name="stream">Where the units go.</param>
/// <param name="isBasic">Whether units list their errors (<em>basic</em>), or tell the verdict alone (<em>flag</em>).</param>
internal sealed class OutputUnitReport(Stream stream, bool isBasic) : IReport
{
    /// <summary>The word for <c>--report</c> that asks for units that list their errors.</summary>
    public const string Basic = "basic";

    private readonly JsonLinesWriter _writer = new(stream);
    private readonly List<Finding> _ofFile = [];
    private string _schemaId = "";

    // Lines of the file that have their unit; the last may be open still, for more errors of the same line.
    private long _lines;
    private bool _isOpen;

    private Utf8JsonWriter Json => _writer.Json;

    /// <inheritdoc/>
    public void Begin(RunFacts run)
    {
        // Units are about lines.
    }

    /// <inheritdoc/>
    public void BeginFile(RunFacts file) => _schemaId = file.SchemaId ?? "";

    /// <inheritdoc/>
    public void Add(Finding finding)
    {
        if (finding.Severity != Severity.Error)
        {
            return;
        }

        if (finding.Line == 0)
        {
            _ofFile.Add(finding);
            return;
        }

        string path = finding.Path ?? "";
        if (finding.Line != _lines)
        {
            Close();
            WriteValid(path, finding.Line - 1);
            Open(path, finding.Line, isValid: false);
            _lines = finding.Line;
        }

        WriteError(finding);
    }

    /// <inheritdoc/>
    public void EndFile(FileOutcome file)
    {
        Close();
        WriteValid(file.Path, file.Summary.Lines);
        if (_ofFile.Count > 0)
        {
            Open(file.Path, line: 0, isValid: false);
            _ofFile.ForEach(WriteError);
            Close();
        }

        _ofFile.Clear();
        _lines = 0;
    }

    /// <inheritdoc/>
    public void End(RunOutcome run) => _writer.Flush();

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    private void WriteValid(string path, long last)
    {
        while (_lines < last)
        {
            Open(path, ++_lines, isValid: true);
            Close();
        }
    }

    private void Open(string path, long line, bool isValid)
    {
        _isOpen = true;
        Json.WriteStartObject();
        Json.WriteString("file", path);
        if (line > 0)
        {
            Json.WriteNumber("line", line);
        }

        Json.WriteBoolean("valid", isValid);
        if (isBasic)
        {
            Json.WriteString("keywordLocation", "");
            Json.WriteString("instanceLocation", "");
            if (!isValid)
            {
                Json.WriteStartArray("errors");
            }
        }
    }

    private void WriteError(Finding finding)
    {
        if (!isBasic)
        {
            return;
        }

        var place = KeywordPlace.Of(finding.SchemaLocation, _schemaId);
        Json.WriteStartObject();
        Json.WriteBoolean("valid", false);
        Json.WriteString("keywordLocation", finding.EvaluationPath ?? place.Pointer);
        if (place.AbsoluteUri is { } uri)
        {
            Json.WriteString("absoluteKeywordLocation", uri);
        }

        Json.WriteString("instanceLocation", finding.Pointer);
        Json.WriteString("error", finding.Message);
        Json.WriteEndObject();
    }

    private void Close()
    {
        if (!_isOpen)
        {
            return;
        }

        _isOpen = false;
        if (Json.CurrentDepth == 2)
        {
            Json.WriteEndArray();
        }

        _writer.EndLine();
    }
}
