namespace Plumbline.Cli.Statistics;

/// <summary>Where each example and each prompt of a run stands, and which of them occur more than once.</summary>
/// <param name="trainingFiles">How many of the files, from the first, are training files.</param>
/// <param name="capacity">Occurrences of examples, and as many of prompts, that are kept in memory.</param>
internal sealed class DuplicateIndex(int trainingFiles, int capacity = OccurrenceSorter.DefaultCapacity) : IDisposable
{
    private readonly OccurrenceSorter _examples = new(capacity);
    private readonly OccurrenceSorter _prompts = new(capacity);

    /// <summary>Examples that were added.</summary>
    public long Examples => _examples.Count;

    /// <summary>Prompts that were added.</summary>
    public long Prompts => _prompts.Count;

    /// <summary>Adds an example.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="example">Its hash.</param>
    /// <param name="prompt">The hash of its prompt, or null.</param>
    public void Add(Place place, UInt128 example, UInt128? prompt)
    {
        _examples.Add(new Occurrence((ulong)(example >> 64), (ulong)example, 0, place));
        if (prompt is { } asked)
        {
            _prompts.Add(new Occurrence((ulong)(asked >> 64), (ulong)asked, (ulong)(example >> 64), place));
        }
    }

    /// <summary>Finds what occurs more than once; once, after the last was added.</summary>
    /// <param name="most">Groups that are kept of each kind: the largest.</param>
    public Duplicates Find(int most)
    {
        var examples = new GroupWalk(trainingFiles, new LargestGroups(most), new LargestGroups(most));
        foreach (Occurrence occurrence in _examples.InOrder())
        {
            examples.AddExample(occurrence);
        }

        examples.End();
        var prompts = new GroupWalk(trainingFiles, new LargestGroups(most), new LargestGroups(most));
        foreach (Occurrence occurrence in _prompts.InOrder())
        {
            prompts.AddPrompt(occurrence);
        }

        prompts.End();
        return new Duplicates(examples.Repeated, prompts.Repeated, examples.Leaked, prompts.Leaked);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _examples.Dispose();
        _prompts.Dispose();
    }

    /// <summary>Goes through occurrences in order, and takes together those that have one hash.</summary>
    private sealed class GroupWalk(int trainingFiles, LargestGroups repeated, LargestGroups leaked)
    {
        private readonly Side _training = new();
        private readonly Side _evaluation = new();
        private Occurrence _last;
        private bool _isOpen;
        private long _evaluationOnly;
        private long _trainingOfKind;
        private long _evaluationOfKind;
        private Place _firstTraining;
        private Place _firstEvaluation;

        /// <summary>What occurs more than once on one side.</summary>
        public LargestGroups Repeated => repeated;

        /// <summary>What occurs on both sides.</summary>
        public LargestGroups Leaked => leaked;

        /// <summary>Takes an example: every further one is a repetition.</summary>
        public void AddExample(in Occurrence occurrence)
        {
            Turn(occurrence);
            (occurrence.Place.File < trainingFiles ? _training : _evaluation).Add(occurrence.Place);
            _evaluationOnly += occurrence.Place.File < trainingFiles ? 0 : 1;
        }

        /// <summary>Takes a prompt: of examples that are the same as a whole, only the first counts.</summary>
        public void AddPrompt(in Occurrence occurrence)
        {
            if (_isOpen && (!occurrence.IsSame(_last) || occurrence.Example != _last.Example))
            {
                EndKind();
            }

            Turn(occurrence);
            if (occurrence.Place.File < trainingFiles)
            {
                _firstTraining = _trainingOfKind++ == 0 ? occurrence.Place : _firstTraining;
            }
            else
            {
                _firstEvaluation = _evaluationOfKind++ == 0 ? occurrence.Place : _firstEvaluation;
            }
        }

        /// <summary>Ends the last group.</summary>
        public void End()
        {
            EndKind();
            EndGroup();
        }

        private void Turn(in Occurrence occurrence)
        {
            if (_isOpen && !occurrence.IsSame(_last))
            {
                EndGroup();
            }

            _last = occurrence;
            _isOpen = true;
        }

        private void EndKind()
        {
            if (_trainingOfKind > 0)
            {
                _training.Add(_firstTraining);
            }

            if (_evaluationOfKind > 0)
            {
                // An example that is in training as well is told as such; its prompt says nothing more.
                _evaluation.Add(_firstEvaluation, isToldElsewhere: _trainingOfKind > 0);
                _evaluationOnly += _trainingOfKind > 0 ? 0 : _evaluationOfKind;
            }

            _trainingOfKind = 0;
            _evaluationOfKind = 0;
        }

        private void EndGroup()
        {
            foreach (Side side in (ReadOnlySpan<Side>)[_training, _evaluation])
            {
                if (side.Count > 1)
                {
                    repeated.Add(new DuplicateGroup(side.Count - 1, side.First, []));
                }
            }

            if (_training.Count > 0 && _evaluationOnly > 0)
            {
                leaked.Add(new DuplicateGroup(_evaluationOnly, _evaluation.Untold, _training.First));
            }

            _training.Clear();
            _evaluation.Clear();
            _evaluationOnly = 0;
            _isOpen = false;
        }
    }

    /// <summary>The lines of a group on one side: how many, and the first few.</summary>
    private sealed class Side
    {
        private const int Kept = 3;

        private readonly List<Place> _first = [];
        private readonly List<Place> _untold = [];

        public long Count { get; private set; }

        public Place[] First => [.. _first];

        /// <summary>Without those that are told elsewhere.</summary>
        public Place[] Untold => [.. _untold];

        public void Add(Place place, bool isToldElsewhere = false)
        {
            Count++;
            Keep(_first, place);
            if (!isToldElsewhere)
            {
                Keep(_untold, place);
            }
        }

        public void Clear()
        {
            Count = 0;
            _first.Clear();
            _untold.Clear();
        }

        private static void Keep(List<Place> places, Place place)
        {
            int at = places.BinarySearch(place);
            places.Insert(at < 0 ? ~at : at, place);
            if (places.Count > Kept)
            {
                places.RemoveAt(Kept);
            }
        }
    }
}
