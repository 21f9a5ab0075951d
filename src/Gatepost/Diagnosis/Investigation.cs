using Gatepost.Evidence;
using Gatepost.Refusals;

namespace Gatepost.Diagnoses;

/// <summary>
/// Diagnoses refusals with facts that it has gathered: asks the rulebook what is still open, has it found out, and asks again,
/// until nothing is open or nothing more can be found out.
/// </summary>
public sealed class Investigation(Rulebook book, Prober prober)
{
    // Text -> where the DNS sends the mail -> what the servers say -> what that opens.
    private const int MostRounds = 4;

    /// <summary>Examines one refusal. Never throws; a token that is cancelled ends it with what is known by then.</summary>
    public async Task<Finding> Examine(Refusal refusal, CancellationToken cancel)
    {
        var facts = new List<Fact>();
        var observed = new List<Observations>();
        var asked = QuestionKind.None;
        for (var round = 0; round < MostRounds && !cancel.IsCancellationRequested; round++)
        {
            var inquiry = book.Ask(refusal, facts, asked);
            if (inquiry.Questions == QuestionKind.None) break;
            var observations = await prober.Gather(inquiry, cancel);
            asked |= inquiry.Questions;
            observed.Add(observations);
            facts.AddRange(observations.Facts.Where(f => !facts.Contains(f)));
        }

        return new Finding(book.Diagnose(refusal, facts), observed);
    }
}
