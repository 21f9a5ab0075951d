namespace Gatepost.Diagnoses.Text;

/// <summary>
/// Where the pieces of phrases stood last, of one thread. Positions count on from text to text with room between, so that
/// places of earlier texts are too far away to count and nothing needs clearing.
/// </summary>
internal sealed class PhrasePlaces(int pieces)
{
    /// <summary>More than any gap.</summary>
    private const int Room = 4096;

    private readonly (int End, int RawEnd)[] _places = new (int, int)[pieces * 2];
    private int _start = Room;

    /// <summary>Starts a text; gives the position of its start.</summary>
    public int Begin(int length)
    {
        if (_start > int.MaxValue / 2)
        {
            _places.AsSpan().Clear();
            _start = Room;
        }

        var start = _start;
        // A character may be four symbols.
        _start += length * 4 + Room;
        return start;
    }

    /// <summary>Notes that a piece ends here; the place before is kept, too, for a later piece may overlap this one.</summary>
    public void Record(int piece, int end, int rawEnd)
    {
        _places[piece * 2 + 1] = _places[piece * 2];
        _places[piece * 2] = (end, rawEnd);
    }

    /// <summary>The last place of a piece.</summary>
    public (int End, int RawEnd) Last(int piece) => _places[piece * 2];

    /// <summary>The place before the last.</summary>
    public (int End, int RawEnd) Before(int piece) => _places[piece * 2 + 1];
}
