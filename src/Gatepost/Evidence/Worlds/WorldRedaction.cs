using System.Text;
using Gatepost.Evidence.Dialog;
using Gatepost.Smtp;

namespace Gatepost.Evidence.Worlds;

/// <summary>
/// Takes the people out of a world that is to be given away: the local part of every address (<c>pat@example.net</c>) becomes
/// <c>user1</c>, the same everywhere; domains, hosts and postmaster stay, since they decide. Names that stand without a domain in a
/// server's words, or inside encoded mail, stay too: look at the file before you give it away.
/// </summary>
public sealed class WorldRedaction
{
    private readonly Dictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase);

    private WorldRedaction()
    {
    }

    /// <summary>The world without its people.</summary>
    public static World Of(World world)
    {
        var redaction = new WorldRedaction();
        return world with
        {
            Target = redaction.Text(world.Target),
            Input = world.Input is { } input ? new WorldInput(redaction.Text(input.Name), redaction.Text(input.Text)) : null,
            Dialogs = [.. world.Dialogs.Select(redaction.Dialog)],
        };
    }

    private DialogResult Dialog(DialogResult dialog) => dialog with
    {
        Plan = dialog.Plan with { Envelopes = [.. dialog.Plan.Envelopes.Select(e => new Envelope(Text(e.Sender), [.. e.Recipients.Select(Text)]))] },
        Outcome = dialog.Outcome with { Detail = dialog.Outcome.Detail is { } detail ? Text(detail) : null },
        Banner = Reply(dialog.Banner),
        Login = dialog.Login is { } login ? login with { Reply = Reply(login.Reply), Problem = login.Problem is { } problem ? Text(problem) : null } : null,
        Recipients = [.. dialog.Recipients.Select(r => r with { Recipient = Text(r.Recipient), Reply = Reply(r.Reply) })],
        Wire = [.. dialog.Wire.Select(l => l with { Text = Text(l.Text) })],
    };

    private Reply? Reply(Reply? reply) => reply is null ? null : reply with { Text = Text(reply.Text) };

    private string Text(string text)
    {
        StringBuilder? redacted = null;
        var kept = 0;
        for (var at = text.IndexOf('@'); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var start = Start(text, at, kept);
            if (start == at || at + 1 == text.Length || !(char.IsLetterOrDigit(text[at + 1]) || text[at + 1] == '[')) continue;
            (redacted ??= new StringBuilder(text.Length)).Append(text, kept, start - kept).Append(Name(text[start..at]));
            kept = at;
        }

        return redacted?.Append(text, kept, text.Length - kept).ToString() ?? text;
    }

    // Where the local part before an at sign begins: a quoted string, or what RFC 5321 allows in a dot-string.
    private static int Start(string text, int at, int from)
    {
        if (at - 1 > from && text[at - 1] == '"')
        {
            for (var i = at - 2; i >= from; i--)
                if (text[i] == '"' && (i == from || text[i - 1] != '\\')) return i;
        }

        var start = at;
        while (start > from && (char.IsLetterOrDigit(text[start - 1]) || "!#$%&'*+-/=?^_`{|}~.".Contains(text[start - 1], StringComparison.Ordinal))) start--;
        return start;
    }

    private string Name(string localPart)
    {
        if (localPart.Equals("postmaster", StringComparison.OrdinalIgnoreCase)) return localPart;
        if (!_names.TryGetValue(localPart, out var name)) _names.Add(localPart, name = $"user{_names.Count + 1}");
        return name;
    }
}
