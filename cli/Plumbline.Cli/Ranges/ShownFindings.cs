using System.Runtime.InteropServices;
using Plumbline.Cli.Reports;

namespace Plumbline.Cli.Ranges;

/// <summary>
/// Of which findings a report may show the text. Reports for people show the first few of a kind, SARIF a sample of all. What is asked of the findings of
/// one range in their order is at least what will be asked of the same findings among those of all ranges: there a kind has as many or more before them,
/// and a rule's share of the sample is as large or smaller.
/// </summary>
internal sealed class ShownFindings
{
    private readonly FindingSample _sample = new(SarifReport.MostResults);
    private readonly Dictionary<(Rule Rule, Severity Severity, string? Location), int> _kinds = [];

    /// <summary>Whether a report may show the text of the next finding.</summary>
    public bool MayShow(Finding finding)
    {
        if (finding.Line == 0)
        {
            return false;
        }

        bool isSampled = _sample.Add(finding);
        ref int seen = ref CollectionsMarshal.GetValueRefOrAddDefault(_kinds, (finding.Rule, finding.Severity, finding.SchemaLocation), out _);
        return seen++ < TextReport.ShownOfGroup || isSampled;
    }
}
