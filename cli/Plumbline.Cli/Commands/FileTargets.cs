using Plumbline.Cli.Inputs;
using Plumbline.Cli.Reports;

namespace Plumbline.Cli.Commands;

/// <summary>What each file of a run is held against: one target for all, or, with <c>--format auto</c>, the one that the file's first lines tell.</summary>
internal sealed class FileTargets
{
    private readonly List<ValidationTarget> _all = [];
    private Dictionary<string, ValidationTarget>? _byPath;
    private Dictionary<string, Exception>? _faults;

    private FileTargets()
    {
    }

    /// <summary>The targets, each once.</summary>
    public IReadOnlyList<ValidationTarget> All => _all;

    /// <summary>Opens what a request names; null where a schema file is broken, which has then been reported.</summary>
    /// <exception cref="UsageException">There is no such format, an option does not fit it, or a file tells none.</exception>
    public static FileTargets? Open(ValidateRequest request)
    {
        var targets = new FileTargets();
        if (request.Format is not null && string.Equals(request.Format, FormatDetection.Auto, StringComparison.OrdinalIgnoreCase))
        {
            targets.Detect(request);
        }
        else if (ValidationTarget.Open(request) is { } target)
        {
            targets._all.Add(target);
        }
        else
        {
            return null;
        }

        return targets;
    }

    /// <summary>The target of a file that could be looked at.</summary>
    public ValidationTarget Of(string path) => _byPath?.GetValueOrDefault(path) ?? _all[0];

    /// <summary>Why a file could not be looked at; null where it could, or where nobody had to.</summary>
    public Exception? FaultOf(string path) => _faults?.GetValueOrDefault(path);

    /// <summary>What is known of the run before the first line is read: what all its files have in common.</summary>
    public RunFacts Facts(ValidateRequest request) => _all.Count == 1
        ? _all[0].Facts(request)
        : new RunFacts(null, null, _all.Count > 0 && _all[0].Tokens is { } tokens ? new TokenFacts(tokens.Tokenizer, null, null) : null, [], request.Strict);

    private void Detect(ValidateRequest request)
    {
        _byPath = new Dictionary<string, ValidationTarget>(StringComparer.Ordinal);
        _faults = new Dictionary<string, Exception>(StringComparer.Ordinal);
        foreach (string path in request.Files)
        {
            if (path == InputFiles.StandardInput)
            {
                throw new UsageException("--format auto looks at a file first: standard input cannot be read twice; name the format");
            }

            try
            {
                _byPath[path] = TargetFor(FormatOf(path, request.Quiet), request);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                // Told when its turn comes.
                _faults[path] = fault;
            }
        }
    }

    private ValidationTarget TargetFor(string format, ValidateRequest request)
    {
        ValidationTarget? target = _all.Find(known => known.Name == format);
        if (target is null)
        {
            target = ValidationTarget.Open(request with { Format = format })!;
            _all.Add(target);
        }

        return target;
    }

    private static string FormatOf(string path, bool isQuiet)
    {
        FormatDetection.Guess? guess = FormatDetection.Of(path);
        if (guess is not { IsFit: true })
        {
            throw new UsageException($"--format auto: {guess?.Words ?? $"{path} has no line of JSON to tell its format by"}");
        }

        if (!isQuiet)
        {
            CommandLine.Say(guess.Words);
        }

        return guess.Format.Name;
    }
}
