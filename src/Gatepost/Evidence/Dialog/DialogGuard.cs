using System.Buffers;
using System.Text;
using Gatepost.Smtp;

namespace Gatepost.Evidence.Dialog;

/// <summary>
/// The rules of safety, all of them: every command passes through here on its way out, and every reply is heard here. It lets
/// through only what <see cref="SmtpVerb"/> names, no control characters, no overlong line; it ends the dialog at
/// <see cref="DialogLimits.Refusals"/> refusals, at 421, in a tarpit, and at a refusal that names a block list.
/// </summary>
/// <param name="limits">The bounds.</param>
/// <param name="log">Where commands are put down, without their secrets.</param>
internal sealed class DialogGuard(DialogLimits limits, WireLog log) : IDisposable
{
    /// <summary>Octets of a command; RFC 5321 section 4.5.3.1.4 has 512, and probes of long addresses are allowed to be longer.</summary>
    private const int LongestCommand = 1000;

    /// <summary>Octets of a line of AUTH (RFC 4954 section 4).</summary>
    private const int LongestAuth = 12288;

    private const int FirstSize = 512;
    private byte[] _out = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int _length;
    private bool _isClosing;

    /// <summary>Why nothing more may be asked, as half a sentence; null while it may.</summary>
    public string? Objection { get; private set; }

    /// <summary>True where the server holds its replies back: those still to come are not waited for.</summary>
    public bool IsTarpit { get; private set; }

    /// <summary>Which refusal named a block list, as half a sentence; null where none did.</summary>
    public string? Listed { get; private set; }

    /// <summary>Refusals heard so far.</summary>
    public int Refusals { get; private set; }

    /// <summary>How many commands may wait for their replies at once: were all of them refused, the bound would just be reached.</summary>
    public int Room => Math.Max(0, limits.Refusals - Refusals);

    /// <summary>Puts a command into what is sent next; false where it must not be sent.</summary>
    public bool Put(SmtpVerb verb, string argument = "", string parameters = "")
    {
        var mayBeSent = verb == SmtpVerb.Quit || (verb == SmtpVerb.Rset && !_isClosing) || Objection is null;
        if (!mayBeSent) return false;
        var line = SmtpLine.Of(verb, argument, parameters);
        var isSecret = verb == SmtpVerb.Auth && parameters.Length > 0;
        return Write(line, isSecret ? SmtpLine.Of(verb, argument, SmtpLine.Hidden) : line, verb == SmtpVerb.Auth ? LongestAuth : LongestCommand);
    }

    /// <summary>Puts a line of an AUTH exchange (RFC 4954 section 4): base64, nothing, or an asterisk to cancel.</summary>
    public bool PutAuthLine(string line)
    {
        foreach (var c in line)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '/' or '=' or '*')) return Object("a line of AUTH is not base64");
        return Write(line, line is "" or "*" ? line : SmtpLine.Hidden, LongestAuth);
    }

    /// <summary>What was put and is now to be sent. It is good until the next command is put.</summary>
    public Memory<byte> Take()
    {
        var length = _length;
        _length = 0;
        return _out.AsMemory(0, length);
    }

    /// <summary>Hears a reply, and how long it took.</summary>
    public void Hear(SmtpPhase phase, WireReply reply, TimeSpan wait)
    {
        if (reply.Code == 421) _isClosing = true;
        if (phase is SmtpPhase.Mail or SmtpPhase.Rcpt && Refusals > 0 && wait > limits.Tarpit)
        {
            IsTarpit = true;
            Object("the server holds its replies back after a refusal (tarpit)");
        }

        if (!reply.IsRefusal) return;
        if (phase is SmtpPhase.Mail or SmtpPhase.Rcpt or SmtpPhase.Auth && ++Refusals >= limits.Refusals) Object($"{Refusals} refusals are enough for one connection");
        for (var i = 0; reply.Code >= 500 && i < reply.Count; i++)
            if (BlockListWords.Occur(reply.Text(i))) Object(Listed = "the refusal names a block list");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_out, clearArray: true);
        _out = [];
    }

    private bool Write(string line, string shown, int longest)
    {
        if (line.AsSpan().IndexOfAnyInRange('\0', '\x1f') >= 0 || line.AsSpan().IndexOfAnyInRange('\x7f', '\x9f') >= 0)
            return Object("a command holds a control character");
        var length = Encoding.UTF8.GetByteCount(line) + 2;
        if (length > longest) return Object($"a command of more than {longest} octets");
        if (_length + length > _out.Length) Grow(_length + length);
        _length += Encoding.UTF8.GetBytes(line, _out.AsSpan(_length));
        "\r\n"u8.CopyTo(_out.AsSpan(_length));
        _length += 2;
        log.Client(shown);
        return true;
    }

    private void Grow(int needed)
    {
        var larger = ArrayPool<byte>.Shared.Rent(needed);
        _out.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_out, clearArray: true);
        _out = larger;
    }

    private bool Object(string why)
    {
        Objection ??= why;
        return false;
    }
}
