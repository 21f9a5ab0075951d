using Gatepost.Relay;

namespace Gatepost.RealServers.Differential;

/// <summary>Whether a client can be what an attempt says, with names that a name server can have and lines that can be written.</summary>
internal static class Askable
{
    public static bool Is(Attempt attempt) =>
        attempt.Name switch
        {
            { Status: NameStatus.Missing } or { Status: NameStatus.Temporary, Name: null } => true,
            { Status: NameStatus.Verified or NameStatus.Forged, Name: { } name } => IsHostName(name),
            _ => false,
        }
        && attempt.Helo is { Length: > 0 } && IsLine(attempt.Helo) && IsLine(attempt.MailFrom) && IsLine(attempt.RcptTo);

    private static bool IsHostName(string name) => name.Length < 250 && name.Split('.').All(static l => l.Length is > 0 and < 64 && l.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));

    private static bool IsLine(string text) => text.All(static c => c is >= ' ' and < '\x7f');
}
