using System.Buffers;
using Gatepost.Mta.Postfix.Addresses;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Matching;

/// <summary>A text of an attempt that Postfix looks up in lists and tables.</summary>
internal sealed class AttemptText
{
    /// <summary>What Postfix calls a client that has no verified name.</summary>
    public const string Unknown = "unknown";

    // Those of a HELO name that Postfix leaves, besides the blank: what can be printed but for <>()\";@.
    private static readonly SearchValues<char> Clean = SearchValues.Create([.. Enumerable.Range('!', '~' - '!' + 1).Select(static c => (char)c).Except("<>()\\\";@")]);

    private readonly Func<Session, string> _of;
    private readonly string? _appended;

    private AttemptText(string name, Dimension dimension, Func<Session, string> of, string? appended = null) =>
        (Name, Dimension, _of, _appended) = (name, dimension, of, appended);

    /// <summary>The client's verified name.</summary>
    public static AttemptText ClientName { get; } =
        new("client-name", Dimension.Name, static s => s.Attempt.Name is { Status: NameStatus.Verified, Name: { } name } ? name : Unknown);

    /// <summary>The client's name as its PTR record gives it.</summary>
    public static AttemptText ReverseName { get; } = new("client-reverse-name", Dimension.Name, static s => s.Attempt.Name.Name ?? Unknown);

    /// <summary>The argument of HELO.</summary>
    public static AttemptText Helo { get; } = new("helo", Dimension.Helo, static s => Neuter(s.Attempt.Helo ?? ""));

    /// <summary>The login's name.</summary>
    public static AttemptText Login { get; } = new("login", Dimension.Login, static s => s.Attempt.Login?.User ?? "");

    /// <summary>The client certificate's fingerprint.</summary>
    public static AttemptText Fingerprint { get; } = new("certificate", Dimension.Tls, static s => s.Attempt.Tls?.Fingerprint ?? "");

    /// <summary>What it is, in the words of <see cref="Opaque.Subject"/>.</summary>
    public string Name { get; }

    /// <summary>The part of the attempt that it stands in.</summary>
    public Dimension Dimension { get; }

    /// <summary>The sender's domain.</summary>
    public static AttemptText SenderDomain(AddressRules rules) => new("sender-domain", Dimension.Sender, static s => s.Sender.Domain, Appended(rules));

    /// <summary>The recipient's domain.</summary>
    public static AttemptText RecipientDomain(AddressRules rules) => new("recipient-domain", Dimension.Recipient, static s => s.Recipient.Domain, Appended(rules));

    /// <summary>
    /// What DNS lists are asked about: the domain of an address as the client wrote it, or all of an address without one; empty for a literal and what is no name.
    /// </summary>
    public static string WrittenDomain(ResolvedAddress address)
    {
        var domain = address.Written[(address.Written.LastIndexOf('@') + 1)..];
        return HostSyntax.IsHostName(domain) ? domain.ToLowerInvariant() : "";
    }

    /// <summary>The text; empty where the attempt has none.</summary>
    public string Of(Session session) => _of(session);

    /// <summary>Names a key of a list or table: a name whose subdomains may be answered otherwise.</summary>
    public void Mark(Landmarks landmarks, string key)
    {
        var domain = key.TrimStart('.').ToLowerInvariant();
        if (domain.Length == 0) return;
        landmarks.Domain(domain);
        if (Dimension is Dimension.Helo or Dimension.Name or Dimension.Login or Dimension.Tls) landmarks.Text(key.ToLowerInvariant());
        if (_appended is null) return;

        // A name without a dot gets $mydomain: whoever may be told apart below $mydomain may be written so.
        landmarks.Domain("bare-host");
        if (domain.EndsWith(_appended, StringComparison.Ordinal) && domain.AsSpan(0, domain.Length - _appended.Length).IndexOf('.') < 0 && domain.Length > _appended.Length)
            landmarks.Domain(domain[..^_appended.Length]);
    }

    /// <summary>What a pattern is matched against.</summary>
    public PatternSubject Subject => Dimension is Dimension.Sender or Dimension.Recipient ? PatternSubject.Domain : PatternSubject.Whole;

    private static string? Appended(AddressRules rules) => rules.AppendsDotMyDomain && rules.MyDomain.Length > 0 ? "." + rules.MyDomain.ToLowerInvariant() : null;

    private static string Neuter(string helo) => helo.AsSpan().IndexOfAnyExcept(Clean) < 0 ? helo : string.Create(helo.Length, helo, static (span, text) =>
    {
        for (var i = 0; i < span.Length; i++) span[i] = text[i] == ' ' || Clean.Contains(text[i]) ? text[i] : '?';
    });
}
