namespace Plumbline.Cli.Commands;

/// <summary>The scripts of <c>plumbline completion</c>. Each hands the line up to the cursor to the directive <c>[suggest:POSITION]</c>, which answers
/// with a line a word; where it has none, the shell completes names of files.</summary>
internal static class CompletionScripts
{
    // Readline breaks words at @, = and : as well, and replaces only what follows.
    private const string Bash = """
        _plumbline() {
            local line=${COMP_LINE:0:COMP_POINT} word=${COMP_WORDS[COMP_CWORD]} IFS=$'\n'
            local current=${line##*[[:space:]]}
            local before=${current%"$word"}
            [[ $word == [@=:] ]] && before=$current
            COMPREPLY=($(compgen -W "$(plumbline "[suggest:${#line}]" "$line" 2>/dev/null)" -- "$current"))
            [[ $current == -* ]] || COMPREPLY+=($(compgen -f -- "$current"))
            COMPREPLY=("${COMPREPLY[@]#"$before"}")
        }
        complete -o filenames -F _plumbline plumbline
        """;

    private const string Zsh = """
        #compdef plumbline
        _plumbline() {
            local -a found
            found=("${(@f)$(plumbline "[suggest:${#LBUFFER}]" "$LBUFFER" 2>/dev/null)}")
            found=(${found:#})
            (( $#found )) && compadd -a found
            _files
        }
        compdef _plumbline plumbline
        """;

    private const string Fish = """
        function __plumbline_complete
            set -l line (commandline -cp)
            plumbline "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -c plumbline -a "(__plumbline_complete)"
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName plumbline -ScriptBlock {
            param($word, $commandAst, $position)
            $line = $commandAst.ToString().PadRight($position)
            plumbline "[suggest:$position]" $line 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }
        """;

    /// <summary>The scripts, by the name of the shell.</summary>
    public static IReadOnlyDictionary<string, string> ByShell { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal) { ["bash"] = Bash, ["zsh"] = Zsh, ["fish"] = Fish, ["pwsh"] = PowerShell };
}
