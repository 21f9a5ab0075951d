using Gatepost.Relay;

namespace Gatepost.RealServers.Differential.Exim;

/// <summary>ACLs, statements, conditions and modifiers.</summary>
internal sealed partial class EximGenerator
{
    /// <summary>Every feature that a full run must meet.</summary>
    public static IEnumerable<string> AllFeatures { get; } =
    [
        .. Words("verb", "accept", "deny", "defer", "discard", "drop", "require", "warn"),
        .. Words("condition", "hosts", "domains", "local_parts", "senders", "sender_domains", "recipients", "authenticated", "encrypted", "acl", "condition", "verify"),
        .. Words("domain", "exact", "*.suffix", "*suffix", "^regex", "@", "@[]", "lsearch", "partial-lsearch", "partial(affix)", "wildlsearch", "nwildlsearch", "dsearch", "file", "*", "expansion", "!"),
        .. Words("host", "address", "network", "*", "*.name", "^regex", "+include_unknown", "+ignore_unknown", "net-lsearch", "net-iplsearch", "name-lsearch", "file", "localhost", "@[]", "malformed", "expansion", "!"),
        .. Words("address", "exact", "*@domain", "domain", "*suffix@", "^regex", "lsearch", "lsearch*@", "user@lookup", "+caseful", "@+domains", "file", "empty", "!"),
        .. Words("local part", "exact", "^regex", "*suffix", "lsearch", "+caseful", "dsearch"),
        .. Words("+named", "domain", "host", "address", "localpart"),
        .. Words("test", "eq", "eqi", "match", "match_domain", "match_ip", "match_address", "inlist", "inlisti", "def", "isip", "number", "bool", "exists", "forany", "and", "or", "!"),
        .. Words("expansion", "lookup", "lookup partial", "fail", "extract", "if"),
        .. Words("message", "plain", "code", "enhanced code", "wrong code", "variable", "long", "empty", "lines", "failing"),
        .. Words("client name", [.. Enum.GetNames<NameStatus>()]),
        .. Words("modifier", "endpass", "set", "control", "add_header", "logwrite"),
        "proof Proved", "proof Witness", "witness put to the server", "macro", "conditional", "nested arguments", "inline ACL", "ACL by port", "ACL file", "unknown ACL", "separator <;", "odd sender", "odd recipient", "TLS session", "login", "no HELO", "no acl_smtp_rcpt", "operator",
        "variable acl_m", "variable acl_c", "variable port", "reverse_host_lookup", "verify certificate", "verify recipient", "verify sender", "verify helo", "router accept", "router redirect", "router manualroute", "forced failure of an ACL name",
    ];

    private static IEnumerable<string> Words(string sort, params IEnumerable<string> words) => words.Select(w => $"{sort} {w}");

    private void Sub(string name)
    {
        _phase = Phase.Rcpt;
        var isConnectionOnly = _chance.Percent(50);
        if (isConnectionOnly) _phase = Phase.Connect;
        Statements(name, 1, 3);
        if (isConnectionOnly) _acls.Insert(0, name);
        else _acls.Add(name);
        _anywhere[name] = isConnectionOnly;
        _phase = Phase.Rcpt;
    }

    private readonly Dictionary<string, bool> _anywhere = [];

    private void Acl(Phase phase, string option, string name)
    {
        _phase = phase;
        var named = _chance.Between(0, 24) switch
        {
            0 => Feature("inline ACL", _chance.One("accept", "deny", "\"accept hosts = 10.0.0.0/8 \\n deny message = inline text\"", "\"deny hosts = 192.0.2.7\\naccept\"")),
            1 => Feature("ACL by port", $"${{if eq{{$received_port}}{{587}}{{{name}}}{{{(_acls.Find(a => _anywhere[a]) ?? name)}}}}}"),
            2 => Feature("ACL file", $"{Files}/acl-file"),
            3 when phase == Phase.Rcpt => Feature("forced failure of an ACL name", $"${{if eq{{$received_port}}{{587}}{{{name}}}fail}}"),
            4 when _chance.Percent(30) => Feature("unknown ACL", "acl_which_is_not"),
            _ => name,
        };
        Main($"{option} = {named}");
        Statements(name, phase == Phase.Rcpt ? 2 : 1, phase == Phase.Rcpt ? 6 : 3);
        if (_chance.Percent(phase == Phase.Rcpt ? 40 : 85)) _parts.Add(new EximPart(name, "  accept"));
    }

    private void Statements(string acl, int least, int most)
    {
        for (var i = _chance.Between(least, most); i > 0; i--)
        {
            var verb = _chance.Weighted(["accept", "deny", "require", "warn", "drop", "defer", "discard"], v => v switch { "accept" => 30, "deny" => 28, "require" => 16, "warn" => 14, "drop" => 5, "defer" => 5, _ => 4 });
            if (verb == "discard" && _phase < Phase.Mail && _chance.Percent(80)) verb = "deny";
            var text = $"  {Feature($"verb {verb}", verb)}\n{string.Join('\n', Elements(verb).Select(static e => $"    {e}"))}".TrimEnd();
            _parts.Add(new EximPart(acl, _chance.Percent(4) ? Feature("conditional", $".ifdef MYDOMAINS\n{text}\n.endif") : text));
        }
    }

    private List<string> Elements(string verb)
    {
        var elements = new List<string>();
        for (var i = _chance.Between(verb is "warn" ? 0 : 1, 3); i > 0; i--)
        {
            elements.Add(Condition());
            if (_chance.Percent(verb == "warn" ? 70 : 8)) elements.Add(Modifier());
        }

        if (verb is "accept" or "discard" && _chance.Percent(12)) elements.Insert(_chance.Between(0, elements.Count), Feature("modifier endpass", "endpass"));
        if (verb is not "warn" && _chance.Percent(45)) elements.Insert(_chance.Between(0, elements.Count), Message());
        return elements;
    }

    private string Message() => "message = " + _chance.Between(0, 11) switch
    {
        0 or 1 or 2 => Feature("message plain", _chance.One("relay not permitted", "No.", "go away: now")),
        3 => Feature("message code", _chance.One("551 not here", "421 later", "450 busy")),
        4 or 5 => Feature("message enhanced code", _chance.One("550 5.7.1 relaying denied", "5.7.1 relaying denied", "554 5.1.8 bad", "451 4.7.1 wait")),
        6 => Feature("message wrong code", _chance.One("250 fine", "999 9.9.9 what", "55 no")),
        7 or 8 => Feature("message variable", _chance.One("$sender_host_address is not welcome", "unknown {client} <$sender_address> ($sender_helo_name)", "no $local_part@$domain here", "$acl_m0 and $acl_c_b", "${if eq{$sender_address}{}{bounce}{mail}} refused")),
        9 => Feature("message long", "This is a rather long message: it goes on for more than seventy-five characters, so that it is split into lines, see http://ours.test/why"),
        10 => Feature("message empty", "${if eq{a}{b}{x}{}}"),
        _ => _chance.Percent(60) ? Feature("message lines", "first line\\n  second line\\n") : Feature("message failing", _chance.One("${if eq{a}{b}{x}fail}", "${nonsense:x}")),
    };

    private string Modifier() => _chance.Between(0, 6) switch
    {
        0 or 1 or 2 => Feature("modifier set", $"set {_chance.One("acl_m0", "acl_m_a", "acl_c0", "acl_c_b", "acl_m0")} = {_chance.One("yes", "no", "1", "25", Variable(), Expansion("yes", "no"))}"),
        3 => Feature("modifier control", _phase >= Phase.Mail ? _chance.One("control = queue_only", "control = submission/sender_retain", "control = dkim_disable_verify", "control = freeze") : "control = dkim_disable_verify"),
        4 => _phase >= Phase.Mail ? Feature("modifier add_header", "add_header = X-Seen: $sender_host_address") : "logwrite = x",
        5 => Feature("modifier logwrite", "logwrite = seen $sender_host_address"),
        _ => "log_message = $primary_hostname",
    };

    private string Condition()
    {
        var name = _chance.Weighted(["hosts", "domains", "local_parts", "senders", "sender_domains", "recipients", "authenticated", "encrypted", "acl", "condition", "verify"], n => n switch
        {
            "hosts" => 22,
            "domains" => _phase == Phase.Rcpt ? 26 : 0,
            "local_parts" => _phase == Phase.Rcpt ? 10 : 0,
            "recipients" => _phase == Phase.Rcpt ? 6 : 0,
            "senders" => _phase >= Phase.Mail ? 9 : 0,
            "sender_domains" => _phase >= Phase.Mail ? 5 : 0,
            "authenticated" => _phase >= Phase.Mail ? 6 : 0,
            "encrypted" => _phase >= Phase.Mail ? 3 : 0,
            "acl" => Callable().Count > 0 ? 8 : 0,
            "verify" => 7,
            _ => 18,
        });
        _features.Add($"condition {name}");
        var not = _chance.Percent(18) ? "!" : "";
        return $"{not}{name} = " + name switch
        {
            "hosts" => List("host"),
            "domains" => List("domain"),
            "local_parts" => List("localpart"),
            "senders" or "recipients" => List("address"),
            "sender_domains" => List("domain"),
            "authenticated" => _chance.One("*", "plain", "login", "!plain", "plain : login"),
            "encrypted" => "*",
            "acl" => Nested(),
            "verify" => Verify(),
            _ => _chance.Percent(85) ? Expansion(_chance.One("yes", "true", "1"), _chance.One("no", "false", "0", "")) : _chance.One("yes", "no", "", "2", "-1", "00", "maybe", "$acl_m0", "${if eq{$acl_m_a}{yes}}"),
        };
    }

    private string Verify() => _chance.Percent(75)
        ? _phase < Phase.Mail || _chance.Percent(30) ? Feature("reverse_host_lookup", _chance.One("reverse_host_lookup", "reverse_host_lookup/defer_ok"))
            : _phase == Phase.Rcpt && _chance.Percent(70) ? Feature("verify recipient", "recipient") : Feature("verify sender", "sender")
        : _chance.Percent(50) ? Feature("verify certificate", "certificate") : Feature("verify helo", "helo");

    private List<string> Callable() => _phase == Phase.Rcpt ? _acls : _acls.FindAll(a => _anywhere[a]);

    private string Nested() => _chance.One(Callable()) + (_chance.Percent(30) ? Feature("nested arguments", " yes $sender_host_address \"two words\"") : "");
}
