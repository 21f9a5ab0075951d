namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>The marks of all dialects, looked for in one pass.</summary>
internal sealed class DialectMarks
{
    private readonly WordTable _marks;
    private readonly int[] _owners;
    private readonly bool[] _isAlwaysAsked;

    /// <summary>Collects the marks.</summary>
    public DialectMarks(IReadOnlyList<BounceDialect> dialects)
    {
        var marks = new List<string>();
        var owners = new List<int>();
        _isAlwaysAsked = new bool[dialects.Count];
        for (var i = 0; i < dialects.Count; i++)
        {
            _isAlwaysAsked[i] = dialects[i].Marks.Count == 0;
            foreach (var mark in dialects[i].Marks)
            {
                marks.Add(mark);
                owners.Add(i);
            }
        }

        _marks = new WordTable([.. marks]);
        _owners = [.. owners];
    }

    /// <summary>Tells for each dialect, in their order, whether it must be asked.</summary>
    public void Find(BounceText text, Span<bool> isMarked)
    {
        _isAlwaysAsked.CopyTo(isMarked);
        Span<int> first = stackalloc int[_owners.Length];
        Add(text.Report, first, isMarked);
        Add(text.Head, first, isMarked);
    }

    private void Add(string text, Span<int> first, Span<bool> isMarked)
    {
        if (!_marks.FindAll(text, first)) return;
        for (var i = 0; i < first.Length; i++) isMarked[_owners[i]] |= first[i] >= 0;
    }
}
