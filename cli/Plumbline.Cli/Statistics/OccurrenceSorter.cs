using System.Runtime.InteropServices;
using Plumbline.Cli.Commands;

namespace Plumbline.Cli.Statistics;

/// <summary>
/// Sorts any number of occurrences in bounded memory: whenever the memory is full, what is in it is sorted and written to a temporary file as one run; at
/// the end the runs are merged. The file has no name for long: it goes with the process, however that ends.
/// </summary>
internal sealed class OccurrenceSorter : IDisposable
{
    /// <summary>Occurrences that are kept in memory, unless said: 32 MB.</summary>
    public const int DefaultCapacity = 1 << 20;

    private const int LeastRead = 128;

    private readonly int _capacity;
    private readonly List<(long Start, long Count)> _runs = [];
    private Occurrence[] _memory = new Occurrence[1024];
    private int _count;
    private FileStream? _file;

    /// <summary>Creates a sorter.</summary>
    /// <param name="capacity">Occurrences that are kept in memory.</param>
    public OccurrenceSorter(int capacity = DefaultCapacity) => _capacity = capacity;

    /// <summary>How many were added.</summary>
    public long Count { get; private set; }

    /// <summary>How many runs were written to disk.</summary>
    public int Runs => _runs.Count;

    /// <summary>Adds an occurrence.</summary>
    /// <exception cref="UsageException">The temporary file cannot be written.</exception>
    public void Add(in Occurrence occurrence)
    {
        if (_count == _capacity)
        {
            Spill();
        }

        if (_count == _memory.Length)
        {
            Array.Resize(ref _memory, Math.Min(_capacity, _count * 2));
        }

        _memory[_count++] = occurrence;
        Count++;
    }

    /// <summary>All of them in order; once, after the last was added.</summary>
    public IEnumerable<Occurrence> InOrder()
    {
        _memory.AsSpan(0, _count).Sort();
        return _runs.Count == 0 ? _memory.Take(_count) : Merged();
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    private void Spill()
    {
        try
        {
            Write();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot write a temporary file in {Path.GetTempPath()}: {fault.Message} (TMPDIR names another folder)");
        }
    }

    private void Write()
    {
        _file ??= new FileStream(Path.Combine(Path.GetTempPath(), $"plumbline-{Guid.NewGuid():N}.tmp"), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose,
            BufferSize = 0,
        });
        Span<Occurrence> run = _memory.AsSpan(0, _count);
        run.Sort();
        long start = _file.Position;
        _file.Write(MemoryMarshal.AsBytes(run));
        _runs.Add((start, _count));
        _count = 0;
    }

    private IEnumerable<Occurrence> Merged()
    {
        Spill();
        _memory = [];
        int read = Math.Max(LeastRead, _capacity / _runs.Count);
        var heads = new PriorityQueue<Run, Occurrence>(_runs.Count);
        foreach ((long start, long count) in _runs)
        {
            var run = new Run(_file!, start, count, (int)Math.Min(read, count));
            heads.Enqueue(run, run.Take());
        }

        while (heads.TryPeek(out Run? run, out Occurrence next))
        {
            yield return next;
            if (run.IsOver)
            {
                heads.Dequeue();
            }
            else
            {
                heads.DequeueEnqueue(run, run.Take());
            }
        }
    }

    /// <summary>A run of the file, read front to back.</summary>
    private sealed class Run(FileStream file, long start, long count, int read)
    {
        private readonly Occurrence[] _buffer = new Occurrence[read];
        private long _start = start;
        private long _left = count;
        private int _next = read;

        public bool IsOver => _left == 0;

        public Occurrence Take()
        {
            if (_next == _buffer.Length)
            {
                Span<byte> bytes = MemoryMarshal.AsBytes(_buffer.AsSpan(0, (int)Math.Min(_buffer.Length, _left)));
                for (int done = 0; done < bytes.Length;)
                {
                    int got = RandomAccess.Read(file.SafeFileHandle, bytes[done..], _start + done);
                    done += got > 0 ? got : throw new EndOfStreamException("The temporary file has become shorter.");
                }

                _start += bytes.Length;
                _next = 0;
            }

            _left--;
            return _buffer[_next++];
        }
    }
}
