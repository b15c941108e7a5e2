namespace Plumbline.Cli.Commands;

/// <summary>The scripts of <c>plumbline completion</c>. Each hands the line up to the cursor to the directive <c>[suggest:POSITION]</c>, which answers
/// with a line a word. Where it has none, or options alone, the shell completes names of files as well.</summary>
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
            if [[ $current != -* && $'\n'"${COMPREPLY[*]}" != *$'\n'[^-]* ]]; then
                compopt -o filenames 2>/dev/null
                COMPREPLY+=($(compgen -f -- "$current"))
            fi
            COMPREPLY=("${COMPREPLY[@]#"$before"}")
        }
        complete -o default -F _plumbline plumbline
        """;

    private const string Zsh = """
        #compdef plumbline
        _plumbline() {
            local -a found
            found=("${(@f)$(plumbline "[suggest:${#LBUFFER}]" "$LBUFFER" 2>/dev/null)}")
            found=(${found:#})
            (( $#found )) && compadd -a found
            [[ -n ${found:#-*} ]] || _files
        }
        compdef _plumbline plumbline
        """;

    private const string Fish = """
        function __plumbline_complete
            set -l line (commandline -cp)
            set -l found (plumbline "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null | string match --entire --regex .)
            string join -- \n $found
            string match --quiet --invert -- "-*" $found; or __fish_complete_path (commandline -ct)
        end
        complete -c plumbline -f -a "(__plumbline_complete)"
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName plumbline -ScriptBlock {
            param($word, $commandAst, $position)
            $length = $position - $commandAst.Extent.StartOffset
            $line = $commandAst.ToString().PadRight($length).Substring(0, $length)
            plumbline "[suggest:$length]" $line 2>$null | Where-Object { $_ -and $_.StartsWith($word) } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }
        """;

    /// <summary>The scripts, by the name of the shell.</summary>
    public static IReadOnlyDictionary<string, string> ByShell { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal) { ["bash"] = Bash, ["zsh"] = Zsh, ["fish"] = Fish, ["pwsh"] = PowerShell };
}
