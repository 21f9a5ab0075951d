using System.Net;
using Gatepost.Mta;
using Gatepost.Mta.Postfix;
using Gatepost.Relay;

namespace Gatepost.RealServers.Differential.Postfix;

/// <summary>What Gatepost makes of a configuration.</summary>
internal sealed class PostfixUnderTest
{
    private static readonly ReadingOptions s_options = new()
    {
        Interfaces = [new IPNetwork(IPAddress.Parse("127.0.0.0"), 8), new IPNetwork(IPAddress.IPv6Loopback, 128)], HostName = "mx.example.org", Version = "3.7",
    };

    private readonly Configuration _configuration;
    private readonly Knowledge _knowledge;

    public PostfixUnderTest(PostfixFiles files, Knowledge knowledge)
    {
        _knowledge = knowledge;
        _configuration = PostfixReader.Read(new MemoryFiles(files.Texts.ToDictionary(static f => PostfixCase.Folder + f.Key, static f => f.Value)), PostfixCase.Folder, s_options)!;
    }

    /// <summary>The policies.</summary>
    public Configuration Configuration => _configuration;

    /// <summary>The decision on a question.</summary>
    public Decision Decide(PostfixQuestion question, Knowledge? knowledge = null) =>
        Evaluator.Evaluate(_configuration.Policies.Single(p => p.Listener.Name == question.Listener), question.Attempt, knowledge ?? _knowledge);

    /// <summary>
    /// How the decision differs from the real server's; null where it does not. Where the decision depends on what only the outside knows, one of its answers has to lead to what the
    /// server did.
    /// </summary>
    public string? Difference(PostfixQuestion question, Observed observed)
    {
        var decision = Decide(question);
        var difference = Agreement.Difference(decision, observed);
        if (difference is null || decision.Kind != DecisionKind.Depends) return difference;
        var possible = Guess.All(_knowledge, decision).Select(g => Decide(question, g)).ToList();
        return possible.Exists(p => Agreement.Difference(p, observed) is null) ? null : $"{difference} ({string.Join(" | ", possible.Select(static p => p.Reply?.ToString() ?? p.Kind.ToString()).Distinct().Take(6))})";
    }
}
