using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd;

/// <summary>What a reading has to say of the configuration, gathered on the way.</summary>
internal sealed class SmtpdNotes
{
    private const int Shown = 96;

    public List<CoverageLine> Coverage { get; } = [];

    public List<ConfigProblem> Problems { get; } = [];

    /// <summary>How far a setting was understood.</summary>
    public void Cover(Origin origin, string setting, Coverage coverage, string? because = null) =>
        Coverage.Add(new CoverageLine(origin, setting.Length > Shown ? setting[..Shown] + "…" : setting, coverage, because));

    /// <summary>Something is wrong.</summary>
    public void Problem(Origin origin, ConfigProblemKind kind, string what, string? write = null)
    {
        var problem = new ConfigProblem(origin, kind, what, write);
        if (!Problems.Contains(problem)) Problems.Add(problem);
    }
}
