using System.Collections.Immutable;
using Gatepost.Mta.Postfix.Addresses;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Matching;

/// <summary>Looks mail addresses up in tables, key by key, as Postfix's mail_addr_find does; each key is looked up in all tables before the next.</summary>
internal sealed class MailKeys
{
    private const int Room = 320;

    private readonly string _delimiters;
    private readonly string _doubleBounce;
    private readonly bool _sparesOwnerRequest;
    private readonly bool _quotes;
    private readonly bool _dotParents;
    private readonly bool _keepsCase;
    private readonly string _myOrigin;
    private readonly Func<string, bool> _isLocal;

    /// <summary>Makes the search for one SMTP server.</summary>
    /// <param name="server">Its parameters.</param>
    /// <param name="dotParents">True where a parent domain is looked up with a dot before it.</param>
    /// <param name="isLocal">What is local to the server.</param>
    /// <param name="keepsCase">True where the tables are asked with the client's capitals, as the rewriting service asks its own.</param>
    public MailKeys(PostfixSettings server, bool dotParents, Func<string, bool> isLocal, bool keepsCase = false)
    {
        _keepsCase = keepsCase;
        _delimiters = server.Get("recipient_delimiter").Value;
        _doubleBounce = server.Get("double_bounce_sender").Value;
        _sparesOwnerRequest = server.IsYes("owner_request_special") && _delimiters.Contains('-', StringComparison.Ordinal);
        _quotes = server.Version >= 302;
        _dotParents = dotParents;
        _myOrigin = server.Get("myorigin").Value;
        _isLocal = isLocal;
    }

    /// <summary>The characters at which an extension begins.</summary>
    public string Delimiters => _delimiters;

    /// <summary>The first key that is found; a fault where a table is broken.</summary>
    public Answer Find(ImmutableArray<PostfixTable> tables, ResolvedAddress address, MailSearch search, out TableResult result)
    {
        var text = _keepsCase ? address.Cased : address.Address;
        if (_quotes && AddressTokens.QuoteLocalPart(text) is var quoted && quoted.Length != text.Length)
        {
            var answer = Search(tables, quoted, quoted[..^(address.Domain.Length + 1)], address.Domain, search, out result);
            if (answer.Value != 0) return answer;
        }

        return Search(tables, text, _keepsCase ? text[..address.LocalPart.Length] : address.LocalPart, address.Domain, search, out result);
    }

    private Answer Search(ImmutableArray<PostfixTable> tables, string address, string local, string domain, MailSearch search, out TableResult result)
    {
        var bare = BareLength(local);
        Span<char> room = bare == 0 ? default : address.Length < Room ? stackalloc char[Room] : new char[address.Length + 1];
        var answer = Look(tables, address, isPartial: false, out result);
        if (answer.Value == 0 && bare > 0) answer = Look(tables, Join(room, local.AsSpan(0, bare), address.AsSpan(local.Length)), isPartial: true, out result);
        if (answer.Value == 0 && (search & MailSearch.LocalUser) != 0 && IsLocal(domain))
        {
            answer = Look(tables, local, isPartial: true, out result);
            if (answer.Value == 0 && bare > 0) answer = Look(tables, local.AsSpan(0, bare), isPartial: true, out result);
        }

        if (answer.Value == 0 && (search & MailSearch.Domain) != 0) answer = Domains(tables, domain, out result);
        if (answer.Value == 0 && (search & MailSearch.UserAt) != 0)
        {
            answer = Look(tables, address.AsSpan(0, local.Length + 1), isPartial: true, out result);
            if (answer.Value == 0 && bare > 0) answer = Look(tables, Join(room, local.AsSpan(0, bare), "@"), isPartial: true, out result);
        }

        if (answer.Value == 0 && (search & MailSearch.AtDomain) != 0) answer = Look(tables, address.AsSpan(local.Length), isPartial: true, out result);
        return answer;
    }

    private Answer Domains(ImmutableArray<PostfixTable> tables, ReadOnlySpan<char> domain, out TableResult result)
    {
        for (var at = 0; at < domain.Length;)
        {
            if (Look(tables, domain[at..], isPartial: true, out result) is { Value: not 0 } found) return found;
            var dot = at + 1 < domain.Length ? domain[(at + 1)..].IndexOf('.') : -1;
            if (dot < 0) break;
            at += 1 + dot + (_dotParents ? 0 : 1);
        }

        result = default;
        return Answer.No;
    }

    /// <summary>One key in some tables.</summary>
    public static Answer Look(ImmutableArray<PostfixTable> tables, ReadOnlySpan<char> key, bool isPartial, out TableResult result)
    {
        foreach (var table in tables)
        {
            result = default;
            if (isPartial && !table.TakesPartialKeys) continue;
            if (table.Fault is { } fault) return Answer.Fault(fault.What, fault.Origin);
            result = table.Find(key);
            if (result.IsFound) return Answer.Yes with { At = result.Entry!.Origin, Key = result.Entry.Key };
        }

        result = default;
        return Answer.No;
    }

    private static ReadOnlySpan<char> Join(Span<char> room, ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        first.CopyTo(room);
        second.CopyTo(room[first.Length..]);
        return room[..(first.Length + second.Length)];
    }

    private bool IsLocal(string domain) => domain.Equals(_myOrigin, StringComparison.OrdinalIgnoreCase) || _isLocal(domain);

    // The length of the user where an extension follows; 0 where none does.
    private int BareLength(ReadOnlySpan<char> local)
    {
        if (_delimiters.Length == 0) return 0;
        var cut = local.IndexOfAny(_delimiters);
        if (cut <= 0 || cut == local.Length) return 0;
        if (local.Equals("postmaster", StringComparison.OrdinalIgnoreCase) || local.Equals("mailer-daemon", StringComparison.OrdinalIgnoreCase)
            || local.Equals(_doubleBounce, StringComparison.OrdinalIgnoreCase)) return 0;
        return _sparesOwnerRequest && (local.StartsWith("owner-", StringComparison.OrdinalIgnoreCase) || (local.Length > 8 && local.EndsWith("-request", StringComparison.OrdinalIgnoreCase)))
            ? 0 : cut;
    }
}
