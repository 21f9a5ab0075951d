using System.Diagnostics;
using System.Text;
using Gatepost.Relay.Proof;
using Gatepost.Tests.Relay.Proof.Support;

namespace Gatepost.Tests.Relay.Proof;

/// <summary>Our answer beside that of Z3, where it is installed (Debian: z3).</summary>
public class SmtOracleTests
{
    private const int Policies = 40;

    private static readonly string? Solver = new[] { "/usr/bin/z3", "/usr/local/bin/z3" }.FirstOrDefault(File.Exists);

    [Fact]
    public async Task A_policy_is_open_exactly_where_a_solver_finds_an_attempt()
    {
        Assert.SkipWhen(Solver is null, "z3 is not installed");
        var ours = new List<ProofStatus>();
        var questions = new StringBuilder("(set-option :timeout 2000)\n");
        for (var seed = 0; seed < Policies; seed++)
        {
            var policy = new PolicyGenerator(new Random(seed), isPlain: true).Make();
            ours.Add(OpenRelayQuestion.Ask(policy).Status);
            questions.Append(SmtPolicy.OpenRelay(policy));
        }

        var theirs = await Solve(questions.ToString());
        Assert.True(theirs.Count == Policies, string.Join('\n', theirs.Where(static t => t is not ("sat" or "unsat" or "unknown")).Take(3)));
        for (var i = 0; i < Policies; i++)
            if (theirs[i] != "unknown") Assert.True((ours[i], theirs[i]) is (ProofStatus.Witness, "sat") or (ProofStatus.Proved, "unsat"), $"seed {i}: {ours[i]}, and the solver says {theirs[i]}");
        Assert.InRange(theirs.Count(static t => t == "unknown"), 0, Policies / 2);
        Assert.InRange(ours.Count(static o => o == ProofStatus.Proved), Policies / 10, Policies * 9 / 10);
    }

    private static async Task<List<string>> Solve(string questions)
    {
        using var solver = Process.Start(new ProcessStartInfo(Solver!, "-in -smt2") { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var reading = solver.StandardOutput.ReadToEndAsync();
        await solver.StandardInput.WriteAsync(questions);
        solver.StandardInput.Close();
        var answers = await reading;
        await solver.WaitForExitAsync();
        return [.. answers.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }
}
