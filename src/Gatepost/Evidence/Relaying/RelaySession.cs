using Gatepost.Evidence.Dialog;

namespace Gatepost.Evidence.Relaying;

/// <summary>
/// The probes of one dialog, few enough that no server slows down at its refusals. Probes with one sender share a transaction, so
/// that the server sees few commands beside them (Exim counts RSET).
/// </summary>
internal sealed class RelaySession
{
    /// <summary>Refusals to expect of one session: Postfix slows down at ten (smtpd_soft_error_limit).</summary>
    public const int MostRefusals = 8;

    private static readonly TimeSpan Tarpit = TimeSpan.FromSeconds(5);

    private readonly (RelayProbe Probe, int Envelope)[] _probes;

    public RelaySession(IReadOnlyList<RelayProbe> probes)
    {
        var envelopes = new List<(string Sender, List<string> Recipients)>();
        _probes = new (RelayProbe, int)[probes.Count];
        for (var i = 0; i < probes.Count; i++)
        {
            var probe = probes[i];
            var at = envelopes.FindIndex(e => e.Sender == probe.Sender && !e.Recipients.Contains(probe.Recipient));
            if (at < 0)
            {
                at = envelopes.Count;
                envelopes.Add((probe.Sender, []));
            }

            envelopes[at].Recipients.Add(probe.Recipient);
            _probes[i] = (probe, at);
        }

        Envelopes = [.. envelopes.Select(static e => new Envelope(e.Sender, e.Recipients))];
    }

    /// <summary>The transactions to hold.</summary>
    public IReadOnlyList<Envelope> Envelopes { get; }

    /// <summary>Deals probes out to as few sessions as there may be, about equally.</summary>
    public static IReadOnlyList<RelaySession> Of(IReadOnlyList<RelayProbe> probes)
    {
        var sessions = (probes.Count + MostRefusals - 1) / MostRefusals;
        return sessions == 0 ? [] : [.. probes.Chunk((probes.Count + sessions - 1) / sessions).Select(static p => new RelaySession(p))];
    }

    /// <summary>The answers of the dialog; probes without one are missing.</summary>
    public IEnumerable<KeyValuePair<RelayProbe, RecipientAnswer>> Answers(DialogResult result)
    {
        foreach (var (probe, envelope) in _probes)
            if (result.Recipients.FirstOrDefault(a => a.Envelope == envelope && a.Recipient == probe.Recipient) is { Reply: not null } answer)
                yield return new(probe, answer);
    }

    /// <summary>
    /// True where the server may be asked more: every probe was answered, nothing was slow, and it did not close. Else the test ends,
    /// since to come back would be to evade.
    /// </summary>
    public bool Invites(DialogResult result) =>
        result.Outcome.Fault is DialogFault.None or DialogFault.Refused or DialogFault.Stopped
        && result.SlowestReply < Tarpit && Answers(result).Count() == _probes.Length
        && !result.Recipients.Any(static a => a.Reply?.Code == 421);
}
