using System.Runtime.CompilerServices;

namespace Plumbline;

// What the reading of a value notes about its members, for whoever would have to look for them otherwise.
public sealed unsafe partial class Validation
{
    private NameTable? _watched;
    private ulong _met;
    private PlaceList[] _places = [];

    /// <summary>The known members of the object that was read last, a bit each: which branches hold that ask for nothing else.</summary>
    public ulong Present { get; set; }

    /// <summary>Notes that one of the names occurs that the validator watches.</summary>
    /// <param name="watched">Its number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Meet(int watched) => _met |= 1UL << watched;

    /// <summary>Whether one of some watched names has been met in the value that is judged, anywhere.</summary>
    /// <param name="watched">A bit for each of the names.</param>
    public bool HasMet(ulong watched) => (_met & watched) != 0;

    /// <summary>Notes where a value stands at the end of a path, each time that it is read.</summary>
    /// <param name="list">Number of the path.</param>
    /// <param name="at">Offset of the value.</param>
    public void Place(int list, nint at) => _places[list].Add(Offset(at));

    /// <summary>Judges a relation between values inside an object. What is not seen at once from the places noted by <see cref="Place"/>, or may have
    /// been noted twice or in part, is looked for in the text.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="start">Offset of the object.</param>
    /// <param name="end">Offset after it.</param>
    public void Relate(PathRelation rule, nint start, nint end)
    {
        ArgumentNullException.ThrowIfNull(rule);
        bool isSure = AssumesValid && !_hasRepeated && !_faults.HasErrors;
        if (!_malformed && !(isSure && rule.Holds(Span(_origin, end), _places)))
        {
            rule.Judge(Span(_origin, end), (int)(start - _origin), (int)(end - _origin), _faults);
        }
    }

    private void BeginPlaces(int count)
    {
        if (_places.Length != count)
        {
            _places = new PlaceList[count];
            foreach (ref PlaceList list in _places.AsSpan())
            {
                list = new PlaceList();
            }
        }

        foreach (PlaceList list in _places)
        {
            list.Clear();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Watch(NameTable watched, byte* name, int length)
    {
        int number = watched.Find(name, length);
        if (number >= 0)
        {
            Meet(number);
        }
    }
}
