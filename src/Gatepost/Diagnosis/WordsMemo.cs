using Gatepost.Refusals;
using Gatepost.Smtp;

namespace Gatepost.Diagnoses;

/// <summary>
/// Diagnoses of refusals of which nothing is known but the reply, of one thread: the same reply has the same diagnosis, and
/// logs and lists repeat their lines. Bounded in number and length; forgets everything when it is full.
/// </summary>
internal sealed class WordsMemo
{
    private const int Most = 2048;
    private const int LongestText = 400;
    private readonly Dictionary<string, Diagnosis> _known = new(StringComparer.Ordinal);

    /// <summary>True where the diagnosis can depend on nothing but the reply.</summary>
    public static bool Fits(Refusal r) =>
        r is
        {
            Kind: RefusalKind.Failed, Recipient: null, RemoteMta: null, ReportingMta: null, Sender: null, Explanation: null, Original: null,
            RemoteAddress: null, RemotePort: null, ClientAddress: null, Helo: null, Login: null, Software: null, Command: null, ReportedStatus: null,
            Auth: AuthState.Unknown, Phase: SmtpPhase.Unknown, RefusedByReporter: false, Notes.Count: 0,
        }
        && r.Reply.Text.Length is > 0 and <= LongestText;

    /// <summary>The diagnosis of an equal reply, put on this refusal; null where there was none yet.</summary>
    public Diagnosis? Find(Refusal refusal) =>
        _known.TryGetValue(refusal.Reply.Text, out var known) && known.Refusal.Format == refusal.Format
        && known.Refusal.Reply.Code == refusal.Reply.Code && known.Refusal.Reply.Enhanced == refusal.Reply.Enhanced
            ? known with { Refusal = refusal }
            : null;

    /// <summary>Keeps a diagnosis.</summary>
    public void Keep(Diagnosis diagnosis)
    {
        if (_known.Count >= Most) _known.Clear();
        _known[diagnosis.Refusal.Reply.Text] = diagnosis;
    }
}
