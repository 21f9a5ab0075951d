namespace Gatepost.Relay;

/// <summary>
/// A condition that the configuration alone cannot answer (SQL, LDAP, DNS, a policy service), or that compares parts of the attempt with
/// each other (login and sender). To the proof each opaque condition is able to answer anything; two of the same <see cref="Source"/> and
/// <see cref="Subject"/> answer alike, where the number of answers is the same.
/// </summary>
/// <param name="source">What would be asked: <c>mysql:/etc/postfix/domains.cf</c>, <c>reject_rbl_client zen.example.org</c>.</param>
/// <param name="subject">What it would be asked about: <c>recipient-domain</c>, <c>client</c>.</param>
/// <param name="answers">The largest answer.</param>
/// <param name="origin">Where it stands.</param>
public class Opaque(string source, string subject, int answers, Origin origin) : Condition
{
    /// <summary>What would be asked.</summary>
    public string Source { get; } = source;

    /// <summary>What it would be asked about.</summary>
    public string Subject { get; } = subject;

    /// <summary>Where it stands.</summary>
    public Origin Origin { get; } = origin;

    /// <inheritdoc/>
    public override int Answers { get; } = answers;

    /// <summary>True where the outside may also fail to answer, which counts as a fault.</summary>
    public bool MayFail { get; init; }

    /// <summary>
    /// True where the outside certainly says no to some: a block list does not list everybody. The proof then takes the no for granted when it looks for an attempt that
    /// gets through, and names the condition beside it.
    /// </summary>
    public bool SparesSome { get; init; }

    /// <summary>
    /// In words, why a proof may take a no for granted: the answer is the operator's own doing. Null where it may not. A proof that rests on it says so.
    /// </summary>
    public string? TakenForNo { get; init; }

    /// <summary>The value it is asked about, for <see cref="Knowledge"/>: the recipient's domain, the client's address.</summary>
    public virtual string Value(Session session) => "";

    /// <inheritdoc/>
    public override Answer Ask(Session session) =>
        session.Knowledge.Ask(this, session) is { } known ? known : new Answer(Answer.UnknownValue) { Asked = this };

    /// <inheritdoc/>
    public override string ToString() => $"{Source} ({Subject})";
}
