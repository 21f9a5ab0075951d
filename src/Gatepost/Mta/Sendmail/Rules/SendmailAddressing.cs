using System.Collections.Frozen;
using System.Collections.Immutable;
using Gatepost.Mta.Sendmail.Addresses;
using Gatepost.Relay;

namespace Gatepost.Mta.Sendmail.Rules;

/// <summary>How Sendmail reads envelope addresses: the sender as canonify leaves it, the recipient without the hosts that are relayed to.</summary>
internal sealed class SendmailAddressing : Addressing
{
    private readonly Canonifier _canonifier;
    private readonly LocalDelivery _delivery;
    private readonly bool _isLoose;
    private readonly FrozenDictionary<ReplyText, int> _numbers;

    public SendmailAddressing(Canonifier canonifier, LocalDelivery delivery, bool isLoose)
    {
        (_canonifier, _delivery, _isLoose) = (canonifier, delivery, isLoose);
        SenderProblems = [.. Syntax().Select(static p => p.Reply("sender")).Concat(delivery.Errors("sender")).Distinct()];
        _numbers = SenderProblems.Select(static (p, i) => KeyValuePair.Create(p, i + 1)).ToFrozenDictionary();
    }

    /// <summary>Every refusal of a sender by itself.</summary>
    public ImmutableArray<ReplyText> SenderProblems { get; }

    /// <inheritdoc/>
    public override bool TakesRoutesApart => true;

    /// <inheritdoc/>
    public override ResolvedAddress Sender(string written)
    {
        if (written.Length == 0) return new ResolvedAddress("", "", "") { Written = written };
        var read = _canonifier.Read(written);
        return read.Problem is null ? Resolved(read, written) : new ResolvedAddress(written, written, "") { Written = written };
    }

    /// <inheritdoc/>
    public override ResolvedAddress Recipient(string written)
    {
        if (written.Length == 0) return new ResolvedAddress("", "", "") { Written = written, Problem = SyntaxProblem.Empty.Reply("recipient") };
        var read = _canonifier.Read(written);
        if (read.Problem is { } problem) return new ResolvedAddress(written, written, "") { Written = written, Problem = problem.Reply("recipient") };
        var error = _delivery.Error(read, "recipient");
        if (!_isLoose) read = _canonifier.Strip(read);
        if (read.Problem is { } inner) return new ResolvedAddress(written, written, "") { Written = written, Problem = error ?? inner.Reply("recipient") };
        return Resolved(read, written) with { Problem = error };
    }

    /// <summary>The number of what is wrong with the sender; no where nothing is.</summary>
    public Answer SenderProblem(Session session)
    {
        var written = session.Attempt.MailFrom;
        if (written.Length == 0) return Answer.No;
        var read = _canonifier.Read(written);
        var reply = read.Problem?.Reply("sender") ?? _delivery.Error(read, "sender");
        return reply is null ? Answer.No : new Answer(_numbers.GetValueOrDefault(reply, 1));
    }

    /// <summary>Names the keys of the tables that refuse addresses.</summary>
    public void MarkRouted(Landmarks landmarks) => _delivery.MarkErrors(landmarks);

    private ResolvedAddress Resolved(Canonical read, string written)
    {
        var (local, domain) = (read.Local, read.Domain ?? "");
        return new ResolvedAddress(domain.Length == 0 ? local : $"{local}@{domain}", local, domain) { Written = written, IsRouted = read.LocalPart.Any(_canonifier.IsRouting) };
    }

    private static IEnumerable<SyntaxProblem> Syntax() =>
    [
        SyntaxProblem.UserRequired, SyntaxProblem.HostRequired, SyntaxProblem.Empty, SyntaxProblem.BadHost, SyntaxProblem.BadAddress, SyntaxProblem.BadRoute, SyntaxProblem.Colon, SyntaxProblem.List,
        .. ((string[])["Unbalanced '('", "Unbalanced ')'", "Unbalanced '<'", "Unbalanced '>'", "Unbalanced '\"'", "prescan: token too long"]).Select(SyntaxProblem.Unreadable),
    ];
}
