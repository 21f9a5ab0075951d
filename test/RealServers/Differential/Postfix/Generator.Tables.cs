namespace Gatepost.RealServers.Differential.Postfix;

internal sealed partial class Generator
{
    private sealed record Kind(string Name, int Weight)
    {
        public string Feature => $"table {Name}";
    }

    private static readonly Kind[] s_kinds =
    [
        new("hash", 6), new("btree", 2), new("lmdb", 3), new("texthash", 14), new("inline", 8), new("pcre", 8), new("regexp", 6), new("cidr", 5), new("static", 2), new("pipemap", 1), new("unionmap", 1),
        new("randmap", 1), new("missing file", 1), new("missing index", 1), new("fail", 1), new("unknown type", 1), new("proxy", 1), new("pcre inline", 2), new("cidr inline", 2),
    ];

    /// <summary>A table about a subject whose values are made by a maker; gives how it is written in a list.</summary>
    private string Table(string subject, Func<string>? value = null)
    {
        value ??= Result;
        // Networks are about addresses and little else.
        var kind = _chance.Weighted(s_kinds, k => k.Name.StartsWith("cidr", StringComparison.Ordinal) && subject is not ("client" or "address" or "host") && k.Weight > 1 ? 1 : k.Weight);
        Use(kind.Feature);
        var file = $"t{++_tables}";
        var path = PostfixCase.Folder + file;
        switch (kind.Name)
        {
            case "hash" or "btree" or "lmdb":
                _parts.Add(new ConfigPart.Compile($"{kind.Name}:{path}"));
                Fill(file, () => $"{Key(subject)}{_chance.One(" ", "\t", "   ")}{value()}");
                return $"{kind.Name}:{path}";
            case "texthash" or "proxy":
                Fill(file, () => $"{Key(subject)}{_chance.One(" ", "\t", "   ")}{value()}");
                return kind.Name == "proxy" ? $"proxy:texthash:{path}" : $"texthash:{path}";
            case "pcre" or "regexp":
                Fill(file, () => Pattern(subject, value));
                return $"{kind.Name}:{path}";
            case "cidr":
                Fill(file, () => $"{Network()} {value()}");
                return $"cidr:{path}";
            case "pcre inline": return $"pcre:{{ {string.Join(", ", Several(() => $"{{{Pattern(subject, value).Replace("$", "$$", StringComparison.Ordinal)}}}"))} }}";
            case "cidr inline": return $"cidr:{{ {string.Join(", ", Several(() => $"{{{Network()} {value()}}}"))} }}";
            case "inline": return Inline(subject, value);
            case "static":
                var text = value();
                return text.Contains(' ', StringComparison.Ordinal) ? $"static:{{{text}}}" : $"static:{text}";
            case "randmap": return $"randmap:{{{(value() is var one && one.Contains(' ', StringComparison.Ordinal) ? "OK" : one)}}}";
            case "pipemap": return $"pipemap:{{{Inline(subject, () => _chance.One("one", "two"))}, inline:{{ {{one = {value()}}}, {{two = {value()}}} }}}}";
            case "unionmap": return $"unionmap:{{{Inline(subject, value)}, {Inline(subject, value)}}}";
            case "missing file": return $"texthash:{PostfixCase.Folder}missing";
            case "missing index": return $"hash:{PostfixCase.Folder}missing";
            case "fail": return "fail:always";
            default: return $"nosuch:{path}";
        }
    }

    private string Inline(string subject, Func<string> value) => $"inline:{{ {string.Join(", ", Several(() => $"{{{Key(subject)} = {value()}}}").DistinctBy(static e => e[..e.IndexOf(" = ", StringComparison.Ordinal)].ToLowerInvariant()))} }}";

    private void Fill(string file, Func<string> line)
    {
        // postmap and texthash only warn of a key that is there twice; the last or the first wins by the kind. So each key stands once.
        var keys = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var made in Several(line))
            if (keys.Add(made[..made.AsSpan().IndexOfAny(" \t")])) _parts.Add(new ConfigPart.Entry(file, made));
    }

    private List<string> Several(Func<string> make) => [.. Enumerable.Range(0, _chance.Between(1, 4)).Select(_ => make())];

    /// <summary>A key as an administrator would write one, or would hope that it works.</summary>
    private string Key(string subject) => subject switch
    {
        "client" => _chance.Percent(50) ? AddressKey() : DomainKey(_chance.One(PostfixWorld.Clients).Name.Name ?? "unknown"),
        "address" or "host" => _chance.Percent(50) ? AddressKey() : DomainKey(_chance.One("mx.far.test", "mx.good.test", "ns.far.test", "mx.sender.test", "mx.example.org", "gone.test")),
        "helo" => DomainKey(_chance.One(PostfixWorld.Helos)),
        "sender" => _chance.Percent(10) ? "<>" : MailKey(),
        "login" => _chance.One(PostfixWorld.Logins),
        "certificate" => _chance.One(TestCertificates.Fingerprints),
        "domain" => _chance.Percent(80) ? _chance.One(PostfixWorld.Domains) : DomainKey(_chance.One(PostfixWorld.Domains)),
        _ => MailKey(),
    };

    private string DomainKey(string name) => _chance.Between(0, 9) switch
    {
        0 => "." + name,
        1 => "." + Parent(name),
        2 or 3 => Parent(name),
        4 => Parent(Parent(name)),
        5 => name.ToUpperInvariant(),
        _ => name,
    };

    private string AddressKey()
    {
        var address = _chance.One(PostfixWorld.Clients).Address;
        var separator = address.Contains(':', StringComparison.Ordinal) ? ':' : '.';
        for (var cut = _chance.Between(0, 3); cut > 0 && address.LastIndexOf(separator) is > 0 and var at; cut--) address = address[..at];
        return _chance.Percent(8) ? address + separator : address;
    }

    private string MailKey()
    {
        var domain = _chance.One(PostfixWorld.Domains);
        var user = _chance.One(PostfixWorld.Users);
        _known.Add((user, domain));
        return _chance.Between(0, 11) switch
        {
            0 => $"{user}@",
            1 => $"{user}+x@{domain}",
            2 => $"{user}+x@",
            3 => user,
            4 => "@" + domain,
            5 => "." + domain,
            6 or 7 => $"{user}@{domain}",
            8 => $"{user}%{domain}",
            _ => DomainKey(domain),
        };
    }

    private string Pattern(string subject, Func<string> value)
    {
        var key = Key(subject);
        var quoted = key.Replace(".", "\\.", StringComparison.Ordinal).Replace("+", "\\+", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal).Replace("/", "\\/", StringComparison.Ordinal);
        var part = quoted[..Math.Min(quoted.Length, 3)].TrimEnd('\\');
        return _chance.Between(0, 7) switch
        {
            0 => $"/^{quoted}$/ {value()}",
            1 => $"/{quoted}$/ {value()}",
            2 => $"!/{quoted}/ {value()}",
            3 => $"/^(.*)@({quoted})$/ {_chance.One("REJECT $1 at $2", "OK", "DUNNO", "550 no ${2}x")}",
            4 => $"/^{part}/i {value()}",
            5 => $"/^[a-z]+@[^@]*\\.test$/ {value()}",
            6 => $"/./ {value()}",
            _ => $"/{part}/ {value()}",
        };
    }

    private string Network() => _chance.Percent(12) ? _chance.One("!10.0.0.0/8", "10.0.0.1/24", "!192.0.2.0/24") : _chance.One("127.0.0.0/8", "10.0.0.0/8", "192.0.2.0/24", "192.0.2.8", "10.9.8.7", "::1", "2001:db8::/32", "0.0.0.0/0", "::/0", "198.51.100.20", "172.16.0.0/12");

    private static string Parent(string name) => name.IndexOf('.', 1) is > 0 and var dot && dot + 1 < name.Length ? name[(dot + 1)..] : name;
}
