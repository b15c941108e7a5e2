using System.IO.Pipelines;
using Plumbline.Datasets;
using Plumbline.Streaming;

namespace Plumbline;

/// <summary>
/// Judges datasets in JSON Lines: one value a line, read in place from large buffers. Allocates nothing for a valid line, and keeps
/// nothing of a line once its findings are delivered, so that memory stays flat whatever the size of the input.
/// </summary>
/// <remarks>
/// <para>Lines end with a line feed or with carriage return and line feed; the last may end with the file. A byte order mark is skipped with a
/// note. An empty line is an error unless it is the last. A line that is not JSON is one finding, counts as a line and not as an example.</para>
/// <para>Findings reach the sink one at a time in the order of the lines; with several threads they come from any of them. Those about
/// the dataset as a whole come last. A run may be used for any number of inputs, one after the other or side by side.</para>
/// <para>What begins as gzip does is decompressed on the way. That gzip data ends too early the framework notices only where the switch
/// <c>System.IO.Compression.UseStrictValidation</c> is on, as the tool has it; without, the lines before count as the whole.</para>
/// </remarks>
public sealed class DatasetRun
{
    // A thread takes as long to begin as to judge a megabyte.
    private const int BlocksPerThread = 4;

    private readonly Func<LineJudge> _judges;
    private readonly DatasetRules? _rules;
    private readonly DatasetOptions _options;

    /// <summary>Creates a run with a generated validator; its schema's <c>x-dataset</c> says what holds for a dataset as a whole.</summary>
    /// <param name="validator">The validator.</param>
    /// <param name="options">The job and the machine; null for the defaults.</param>
    /// <exception cref="ArgumentException">The format knows models, and not the one named; or tokens are to be counted, by no tokenizer.</exception>
    public DatasetRun(JsonValidator validator, DatasetOptions? options = null)
        : this(JudgesOf(validator, options ?? DatasetOptions.Default), validator.Dataset, options)
    {
    }

    /// <summary>Creates a run with an engine of one's own.</summary>
    /// <param name="judges">Makes a judge; called once for each thread of each input, on the thread that reads it.</param>
    /// <param name="rules">What holds for a dataset as a whole; null for nothing.</param>
    /// <param name="options">The job and the machine; null for the defaults.</param>
    /// <exception cref="ArgumentException">The format knows models, and not the one named; or tokens are to be counted, by no tokenizer.</exception>
    public DatasetRun(Func<LineJudge> judges, DatasetRules? rules = null, DatasetOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(judges);
        _judges = judges;
        _rules = rules;
        _options = options ?? DatasetOptions.Default;
        _options.LineOptions(rules);
        if (_options is { CountTokens: true, Lines.TokenCounter: null })
        {
            throw new ArgumentException("To count tokens takes a tokenizer: set Lines.TokenCounter.", nameof(options));
        }

        if (_options.Role == DatasetRole.Evaluation && rules is { HasEvaluation: false })
        {
            Refusal = FindingBuilder.BuildForDataset(rules.EvaluationUnsupported, -1);
        }
    }

    /// <summary>Why the run cannot be made: an evaluation file for a format that has none (PLB5024). Null when it can.</summary>
    public Finding? Refusal { get; }

    /// <summary>Judges a file; one that is compressed by gzip is decompressed on the way.</summary>
    /// <param name="path">The file; findings name it as it is written here.</param>
    /// <param name="sink">Takes the findings.</param>
    /// <param name="cancellation">Stops the run between two blocks; the summary then covers the lines up to there.</param>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="DatasetReadException">The file could not be read to its end, or is not what gzip makes; what came before was judged.</exception>
    /// <exception cref="InvalidOperationException">There is a <see cref="Refusal"/>.</exception>
    public DatasetSummary ReadFile(string path, IFindingSink sink, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        ThrowIfRefused();
        using LineSource source = Ahead(LineSource.Open(path, _options.BufferBytes, _options.MaxLineBytes, _options.Threads > 1), cancellation);
        return Fold(source, FoldOf(sink, path), cancellation);
    }

    /// <summary>Judges the lines of a file that start in a range of its bytes, wherever they end: a part of a run that others do elsewhere. What holds for the
    /// file as a whole is noted and not judged; <see cref="DatasetMerge"/> does that.</summary>
    /// <param name="path">The file, uncompressed; findings name it as it is written here.</param>
    /// <param name="start">The first byte of the range.</param>
    /// <param name="end">The byte after the range, at most the length of the file.</param>
    /// <param name="sink">Takes the findings, with lines counted from the first of the range.</param>
    /// <param name="cancellation">Stops the run between two blocks; the part is then not complete.</param>
    /// <exception cref="NotSupportedException">The file is compressed, or no file that can be sought: its ranges cannot be read apart.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="DatasetReadException">The range could not be read to its end; what came before was judged.</exception>
    /// <exception cref="InvalidOperationException">There is a <see cref="Refusal"/>.</exception>
    public DatasetPart ReadRange(string path, long start, long end, IDatasetPartSink sink, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(sink);
        ThrowIfRefused();
        using LineSource source = Ahead(LineSource.OpenRange(path, start, end, _options.BufferBytes, _options.MaxLineBytes), cancellation);
        var watch = new PartWatch(_rules, _options, start == 0, sink);
        return watch.Part(Fold(source, new DatasetFold(watch, _rules, _options, sink, path), cancellation));
    }

    /// <summary>Judges what a stream holds from where it stands to its end; text that is compressed by gzip is decompressed on the way.</summary>
    /// <param name="stream">The stream; stays open.</param>
    /// <param name="sink">Takes the findings.</param>
    /// <param name="path">What findings call the stream.</param>
    /// <param name="cancellation">Stops the run between two reads; the summary then covers the lines up to there.</param>
    /// <exception cref="DatasetReadException">The stream could not be read to its end; what came before was judged.</exception>
    /// <exception cref="InvalidOperationException">There is a <see cref="Refusal"/>.</exception>
    public DatasetSummary Read(Stream stream, IFindingSink sink, string? path = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ThrowIfRefused();
        using LineSource source = Ahead(LineSource.Of(stream, _options.BufferBytes, _options.MaxLineBytes, leaveOpen: true), cancellation);
        return Fold(source, FoldOf(sink, path), cancellation);
    }

    /// <summary>Judges what a pipe brings, on one thread, without blocking it while nothing arrives.</summary>
    /// <param name="reader">The pipe; whoever owns it completes it.</param>
    /// <param name="sink">Takes the findings.</param>
    /// <param name="path">What findings call the input.</param>
    /// <param name="cancellation">Stops the run; the summary then covers the lines up to there. So does <see cref="PipeReader.CancelPendingRead"/>.</param>
    /// <exception cref="InvalidOperationException">There is a <see cref="Refusal"/>.</exception>
    public async Task<DatasetSummary> ReadAsync(
        PipeReader reader, IFindingSink sink, string? path = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(sink);
        ThrowIfRefused();
        var fold = new DatasetFold(_rules, _options, sink, path);
        var judge = new BlockJudge(_judges(), fold, _options);
        var source = new PipeLineSource(reader, _options.BufferBytes, _options.MaxLineBytes);
        var block = new LineBlock(_options.BufferBytes);
        try
        {
            while (await source.FillAsync(block, cancellation).ConfigureAwait(false))
            {
                if (!judge.Run(block))
                {
                    break;
                }
            }

            fold.EndInput();
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested || source.IsCanceled)
        {
            fold.Close();
        }

        return fold.Conclude();
    }

    private DatasetFold FoldOf(IFindingSink sink, string? path)
    {
        ArgumentNullException.ThrowIfNull(sink);
        return new DatasetFold(_rules, _options, sink, path);
    }

    private DatasetSummary Fold(LineSource source, DatasetFold fold, CancellationToken cancellation)
    {
        int count = (int)Math.Min(_options.Threads, source.MaxBlocks / BlocksPerThread);
        var judges = new BlockJudge[Math.Max(1, count)];
        for (int i = 0; i < judges.Length; i++)
        {
            judges[i] = new BlockJudge(_judges(), fold, _options);
        }

        // This thread is one of them.
        var others = new Thread[judges.Length - 1];
        for (int i = 0; i < others.Length; i++)
        {
            BlockJudge judge = judges[i + 1];
            others[i] = new Thread(() => Work(source, judge, fold, cancellation)) { IsBackground = true, Name = "plumbline" };
            others[i].Start();
        }

        Work(source, judges[0], fold, cancellation);
        foreach (Thread other in others)
        {
            other.Join();
        }

        return fold.Conclude();
    }

    private static Func<LineJudge> JudgesOf(JsonValidator validator, DatasetOptions options)
    {
        ArgumentNullException.ThrowIfNull(validator);
        ValidationOptions lines = options.LineOptions(validator.Dataset);
        return () => new ValidatorJudge(validator, lines, lines.TokenCounter is null ? null : new CountedStrings(options.CountTokens));
    }

    private static void Work(LineSource source, BlockJudge judge, DatasetFold fold, CancellationToken cancellation)
    {
        var block = new LineBlock(source.BlockBytes);
        try
        {
            while (!cancellation.IsCancellationRequested && !fold.IsClosed)
            {
                if (!Fill(source, ref block, fold, cancellation) || !judge.Run(block))
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            fold.Close();
        }
        catch (Exception failure)
        {
            // Thrown again where the run was called, once the blocks before this one are through.
            fold.Fail(block, failure);
        }
    }

    private static bool Fill(LineSource source, ref LineBlock block, DatasetFold fold, CancellationToken cancellation)
    {
        try
        {
            if (source.Fill(ref block, cancellation))
            {
                return true;
            }

            fold.EndInput();
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            fold.FailInput(block, failure);
        }

        return false;
    }

    // Several threads wait for each other's reading, and so read ahead without more ado.
    private LineSource Ahead(LineSource source, CancellationToken cancellation) => _options.Threads == 1 ? new ReadAhead(source, cancellation) : source;

    private void ThrowIfRefused()
    {
        if (Refusal is not null)
        {
            throw new InvalidOperationException(Refusal.Message);
        }
    }
}
