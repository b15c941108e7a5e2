namespace Plumbline.Cli.Reports.Html;

/// <summary>How the page looks: by day and by night, on a phone and on paper.</summary>
internal static class HtmlStyle
{
    /// <summary>The style sheet.</summary>
    public const string Sheet = """
        :root {
          color-scheme: light dark;
          --paper: #ffffff; --ink: #1d2126; --faint: #5d6673; --line: #d9dde3; --field: #f4f6f8;
          --error: #b3261e; --warning: #8a5a00; --note: #0b5cad; --bar: #3b7dd8; --good: #1a7f37;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #14171b; --ink: #e4e8ed; --faint: #9aa4b1; --line: #333a43; --field: #1d2228;
            --error: #ff8a80; --warning: #f0b429; --note: #7cb7ff; --bar: #6aa5f2; --good: #6fd08c;
          }
        }
        * { box-sizing: border-box; }
        body { margin: 0 auto; padding: 1.25rem; max-width: 70rem; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
        h1 { font-size: 1.5rem; margin: 0 0 .25rem; overflow-wrap: anywhere; }
        h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
        h3 { font-size: 1rem; margin: 1.5rem 0 .25rem; overflow-wrap: anywhere; }
        p { margin: .25rem 0; overflow-wrap: anywhere; }
        .faint { color: var(--faint); }
        .error { color: var(--error); } .warning { color: var(--warning); } .note { color: var(--note); } .good { color: var(--good); }
        .verdict { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1rem 0; padding: 0; list-style: none; }
        .verdict li { flex: 1 1 8rem; padding: .6rem .8rem; border: 1px solid var(--line); border-radius: .4rem; background: var(--field); }
        .verdict b { display: block; font-size: 1.4rem; font-variant-numeric: tabular-nums; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-size: .9rem; }
        th, td { padding: .3rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
        th { font-weight: 600; white-space: nowrap; }
        td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        td:first-child { min-width: 9rem; } td.number:first-child { min-width: 0; }
        td code { overflow-wrap: anywhere; }
        pre { margin: .25rem 0 .75rem; padding: .5rem .7rem; border-left: 3px solid var(--line); background: var(--field); overflow-x: auto; }
        pre { font: 13px/1.4 ui-monospace, monospace; }
        mark { background: none; font-weight: 600; text-decoration: underline 2px; text-underline-offset: 3px; text-decoration-skip-ink: none; }
        code { font: .85em ui-monospace, monospace; }
        svg { display: block; height: 2rem; width: auto; fill: var(--bar); }
        @media (max-width: 40rem) { body { padding: .75rem; font-size: 15px; } th, td { padding: .3rem .4rem; } }
        @media print {
          :root {
            --paper: #ffffff; --ink: #000000; --faint: #444444; --line: #bbbbbb; --field: #ffffff;
            --error: #8c1d18; --warning: #6b4500; --note: #0b4480; --bar: #444444; --good: #14592a;
          }
          body { max-width: none; padding: 0; font-size: 10pt; }
          h2, h3 { break-after: avoid; } article, tr, pre { break-inside: avoid; } .wide, pre { overflow: visible; }
          th { white-space: normal; } pre { white-space: pre-wrap; overflow-wrap: anywhere; }
        }
        """;
}
