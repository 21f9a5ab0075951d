using Gatepost.Relay;

namespace Gatepost.Mta.Sendmail.M4;

/// <summary>What m4 has yet to read: files, and above them the text of macros pushed back. A stack of both.</summary>
internal sealed class M4Input
{
    private readonly Stack<Frame> _frames = new();

    /// <summary>Where the file that is being read stands.</summary>
    public Origin Here { get; private set; } = Origin.Default;

    /// <summary>How many files are open.</summary>
    public int Files { get; private set; }

    public void PushFile(string shown, string text)
    {
        Files++;
        _frames.Push(new Frame(text, shown) { Before = Here });
        Here = new Origin(shown, 1);
    }

    public void PushText(string text)
    {
        if (text.Length > 0) _frames.Push(new Frame(text, null));
    }

    /// <summary>The next character without taking it; -1 at the end of all.</summary>
    public int Peek()
    {
        while (_frames.TryPeek(out var frame))
        {
            if (frame.At < frame.Text.Length) return frame.Text[frame.At];
            Close();
        }

        return -1;
    }

    public int Take()
    {
        var c = Peek();
        if (c < 0) return c;
        var frame = _frames.Peek();
        frame.At++;
        if (c == '\n' && frame.File is not null) Here = Here with { Line = Here.Line + 1 };
        return c;
    }

    /// <summary>Takes a text where it comes next, not looking beyond the frame on top.</summary>
    public bool TryTake(string text)
    {
        if (text.Length == 0 || Peek() < 0) return false;
        var frame = _frames.Peek();
        if (string.CompareOrdinal(frame.Text, frame.At, text, 0, text.Length) != 0) return false;
        for (var i = 0; i < text.Length; i++) Take();
        return true;
    }

    private void Close()
    {
        var frame = _frames.Pop();
        if (frame.File is null) return;
        Files--;
        Here = frame.Before;
    }

    private sealed class Frame(string text, string? file)
    {
        public string Text { get; } = text;
        public string? File { get; } = file;
        public Origin Before { get; init; } = Origin.Default;
        public int At { get; set; }
    }
}
