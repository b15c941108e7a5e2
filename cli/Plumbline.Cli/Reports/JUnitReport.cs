using System.Globalization;
using System.Text;
using System.Xml;

namespace Plumbline.Cli.Reports;

/// <summary>
/// JUnit's XML, as the servers of continuous integration read it: a file is a suite, and each rule that it breaks a test case, which fails where the rule's
/// findings fail the run. A file without findings has one case that passes.
/// </summary>
internal sealed class JUnitReport(Stream stream) : IReport
{
    private const int ShownOfRule = 20;

    private readonly XmlWriter _xml = XmlWriter.Create(
        stream, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" });

    private readonly List<Case> _cases = [];
    private RunFacts? _run;

    /// <inheritdoc/>
    public void Begin(RunFacts run)
    {
        _run = run;
        _xml.WriteStartDocument();
        _xml.WriteStartElement("testsuites");
        _xml.WriteAttributeString("name", "plumbline");
    }

    /// <inheritdoc/>
    public void Add(Finding finding)
    {
        Case? found = Find(finding.Rule, finding.Severity);
        if (found is null)
        {
            found = new Case(finding.Rule, finding.Severity);
            _cases.Add(found);
        }

        found.Count++;
        if (found.Shown.Count < ShownOfRule)
        {
            found.Shown.Add(finding);
        }
    }

    /// <inheritdoc/>
    public bool OnlyCounts(Assertion assertion)
    {
        if (Find(assertion.Rule, assertion.Severity) is not { } found || found.Shown.Count < ShownOfRule)
        {
            return false;
        }

        found.Count++;
        return true;
    }

    /// <inheritdoc/>
    public void EndFile(FileOutcome file)
    {
        RunFacts facts = file.Facts;
        DatasetSummary summary = file.Summary;
        long untold = summary.Errors + (facts.IsStrict ? summary.Warnings : 0) - _cases.Where(found => facts.Fails(found.Severity)).Sum(found => found.Count);
        int failures = _cases.Count(found => facts.Fails(found.Severity)) + (untold > 0 ? 1 : 0);
        StartSuite(file.Path, Math.Max(1, _cases.Count + (untold > 0 ? 1 : 0)), failures, errors: 0, file.Elapsed);
        foreach (Case found in _cases)
        {
            Write(file.Path, found);
        }

        if (untold > 0)
        {
            StartCase(file.Path, "beyond --max-errors");
            WriteEmpty("failure", $"{SeverityWords.Of(untold, "finding")} beyond --max-errors");
            _xml.WriteEndElement();
        }
        else if (_cases.Count == 0)
        {
            StartCase(file.Path, facts.Format ?? facts.SchemaId ?? "valid");
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
        _cases.Clear();
    }

    /// <inheritdoc/>
    public void End(RunOutcome run)
    {
        foreach (UnreadFile file in run.Unread)
        {
            WriteError(file.Path, "readable", $"cannot read it: {file.Reason}");
        }

        if (run.IsInterrupted)
        {
            WriteError("plumbline", "complete", "the run was interrupted: what follows was not read");
        }

        _xml.WriteEndDocument();
        _xml.Flush();
        stream.Write("\n"u8);
    }

    /// <inheritdoc/>
    public void Dispose() => _xml.Dispose();

    // XML 1.0 has no way to write control characters, halves of surrogate pairs, U+FFFE and U+FFFF.
    private static string Text(string text)
    {
        text = Printable.Text(text);
        var safe = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
            {
                safe.Append(text[i]);
            }
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                safe.Append(text, i++, 2);
            }
            else
            {
                safe.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:X4}");
            }
        }

        return safe.ToString();
    }

    private void StartSuite(string path, int tests, int failures, int errors, TimeSpan elapsed)
    {
        _xml.WriteStartElement("testsuite");
        _xml.WriteAttributeString("name", Text(path));
        _xml.WriteAttributeString("tests", tests.ToString(CultureInfo.InvariantCulture));
        _xml.WriteAttributeString("failures", failures.ToString(CultureInfo.InvariantCulture));
        _xml.WriteAttributeString("errors", errors.ToString(CultureInfo.InvariantCulture));
        _xml.WriteAttributeString("time", elapsed.TotalSeconds.ToString("F3", CultureInfo.InvariantCulture));
    }

    private void StartCase(string path, string name)
    {
        _xml.WriteStartElement("testcase");
        _xml.WriteAttributeString("classname", Text(path));
        _xml.WriteAttributeString("name", Text(name));
    }

    private void WriteError(string suite, string name, string message)
    {
        StartSuite(suite, tests: 1, failures: 0, errors: 1, TimeSpan.Zero);
        StartCase(suite, name);
        WriteEmpty("error", message);
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void WriteEmpty(string name, string message)
    {
        _xml.WriteStartElement(name);
        _xml.WriteAttributeString("message", Text(message));
        _xml.WriteEndElement();
    }

    private void Write(string path, Case found)
    {
        string count = SeverityWords.Of(found.Count, found.Severity.Word());
        StartCase(path, found.Severity == found.Rule.Severity ? found.Rule.ToString() : $"{found.Rule} ({found.Severity.Word()})");
        if (_run!.Fails(found.Severity))
        {
            _xml.WriteStartElement("failure");
            _xml.WriteAttributeString("type", found.Rule.Id);
            _xml.WriteAttributeString("message", Text($"{found.Rule.Title} ({count})"));
        }
        else
        {
            _xml.WriteStartElement("system-out");
        }

        var text = new StringBuilder($"{count}:\n");
        foreach (Finding finding in found.Shown)
        {
            text.Append(Text(ConciseReport.Line(finding, Palette.None))).Append('\n');
        }

        long more = found.Count - found.Shown.Count;
        _ = more > 0 ? text.Append(CultureInfo.InvariantCulture, $"and {more:N0} more\n") : text;
        _xml.WriteString(text.ToString());
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private Case? Find(Rule rule, Severity severity)
    {
        foreach (Case known in _cases)
        {
            if (ReferenceEquals(known.Rule, rule) && known.Severity == severity)
            {
                return known;
            }
        }

        return null;
    }

    private sealed class Case(Rule rule, Severity severity)
    {
        public Rule Rule => rule;

        public Severity Severity => severity;

        public long Count { get; set; }

        public List<Finding> Shown { get; } = [];
    }
}
