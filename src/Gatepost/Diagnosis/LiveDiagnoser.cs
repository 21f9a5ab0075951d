using System.Collections.Concurrent;
using Gatepost.Refusals;

namespace Gatepost.Diagnoses;

/// <summary>
/// Diagnoses many refusals with gathered facts, each distinct case once: refusals of the same domain by the same server share
/// what was found out. Beyond a number of cases only the text speaks, so that a log does not become a flood of questions.
/// </summary>
public sealed class LiveDiagnoser(Rulebook book, Investigation investigation, TimeSpan timeout, TimeProvider clock, int mostCases = 50)
{
    private readonly ConcurrentDictionary<string, Lazy<Finding>> _cases = new(StringComparer.Ordinal);
    private int _passedOver;

    /// <summary>Refusals that only the text was asked about, because there were too many cases.</summary>
    public int PassedOver => Volatile.Read(ref _passedOver);

    /// <summary>Diagnoses one refusal; waits for what is to be found out.</summary>
    public Diagnosis Diagnose(Refusal refusal)
    {
        var key = Key(refusal);
        if (!_cases.ContainsKey(key) && _cases.Count >= mostCases)
        {
            if (book.Ask(refusal, []).Questions != Evidence.QuestionKind.None) Interlocked.Increment(ref _passedOver);
            return book.Diagnose(refusal);
        }

        var finding = _cases.GetOrAdd(key, _ => new Lazy<Finding>(() => Examine(refusal))).Value;
        var facts = finding.Observations.SelectMany(static o => o.Facts).Distinct().ToList();
        return book.Diagnose(refusal, facts);
    }

    private Finding Examine(Refusal refusal)
    {
        using var time = new CancellationTokenSource(timeout, clock);
        return investigation.Examine(refusal, time.Token).GetAwaiter().GetResult();
    }

    private static string Key(Refusal r) =>
        string.Join('\n', HostNames.DomainOf(r.Recipient), HostNames.DomainOf(r.Sender), r.RemoteMta, r.RemoteAddress, r.RemotePort, r.ReportingMta, r.ClientAddress,
            r.Reply.Code, r.Reply.Enhanced, r.Kind, r.Auth);
}
