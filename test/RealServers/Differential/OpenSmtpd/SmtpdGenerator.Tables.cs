namespace Gatepost.RealServers.Differential.OpenSmtpd;

/// <summary>Tables of every sort, written in place, named or in a file.</summary>
internal sealed partial class SmtpdGenerator
{
    private static readonly string[] s_domains =
    [
        "own.test", "own.test", "*.own.test", "sub.own.test", "far.test", "other.test", "l.test", "*.test", "*", "o*n.test", "*.*.test", "deep.*", "OWN.test", "[192.0.2.1]", "[127.0.0.1]",
        "localhost", "*own.test", "own.*", "**", "x.*.test", "real", "mx.own.test", "alias.test",
    ];

    private static readonly string[] s_networks =
    [
        "192.0.2.0/24", "192.0.2.9", "192.0.2.9/28", "10.0.0.0/8", "10.9", "172.16.5.1/12", "2001:db8::/32", "[2001:db8::1]", "::1", "127.0.0.1", "127.0.0.0/8", "0.0.0.0/0", "::/0", "203.0.113.7",
        "local", "nonsense", "198.51.100", "IPv6:2001:db8::1", "203.0.113.1/33", "300.1.1.1", "203.000.113.007", "::ffff:192.0.2.9", "224.0.0.1", "203.0.113.0/29", "[2001:db8::]/32", "198/8",
    ];

    private static readonly string[] s_mails =
    [
        "a@sender.test", "@sender.test", "bob", "bob@", "@", "bob+x@own.test", "@*.test", "u@own.test", "*@own.test", "U@OWN.test", "@own.test", "a+tag@sender.test", "x@*.own.test", "@*.own.test",
        "nobody@l.test", "@far.test", "bob-x", "postmaster",
    ];

    private static readonly string[] s_hosts = ["mx.far.test", "*.far.test", "localhost", "*.test", "mail.own.test", "host-*", "*.own.test", "deep.sub.own.test", "v6.far.test", "*", "<unknown>"];

    private static readonly string[] s_helos = ["client.test", "*.client.test", "[192.0.2.9]", "mx.far.test", "*", "CLIENT.test", "*test", "[ipv6:2001:db8::1]"];

    private static readonly string[] s_domainExpressions =
    [
        "own", @"^own\.test$", @"(own|far)\.test$", @"[A-Z]+\.test", "(?i)OWN", @"^.{3}\.test$", "*.own.test", @"\W", "a{2}", @"[[:alpha:]]\.own", @"^s(ub)?\.", @"^[^.]*\.test$", @"\[", "(", "l$|^l", @"\d",
        @"^\w+\.test", "[]x.]own", @"(.)\1",
    ];

    private static readonly string[] s_mailExpressions = [@"@own\.test$", "^@$", "^bob[@+]", "[0-9]@", "sender", @"\+", "@@", "^[a-z]{1,3}@", "%", "u@(own|far)"];

    private static readonly string[] s_addressExpressions = [@"^192\.", @"^\[2001", "7$", "^local$", @"\.9$", ":", "^[0-9.]+$"];

    private static readonly string[] s_hostExpressions = ["client", @"\.test$", "^mx", "unknown", "^.ost", "[A-Z]", "localhost"];

    private static readonly string[] s_targets =
    [
        "nobody", "root", "ghost", "u@far.test", "u@own.test", "bob@own.test", "nobody, u@far.test", "|/bin/cat", "/dev/null", "error:550 5.1.1 gone", "error:451 later", "\"|/bin/cat -u\"", "bob", "bob+x",
        "x@alias.test", "nobody@own.test", $":include:{SmtpdServer.Folder}/inc", "a@", "u@do_main", "mail", "ghost@l.test", "nobody@l.test", "alice", "ghost, error:552 full", "vuser", "nobody+tag", "x@sub.own.test, bob",
        ":error:500 no", "error: nothing", "it's", "a b", "U@Far.Test", "Nobody", ",nobody,",
    ];

    private static readonly string[] s_users = ["bob", "bob+x", "u", "alice", "nobody", "root", "x", "postmaster", "bob-x", "nobody+t", "ghost"];

    private static readonly string[] s_addresses =
        ["bob@own.test", "bob", "@own.test", "@", "bob+x@own.test", "u@far.test", "@far.test", "x", "bob+x", "alice@sub.own.test", "nobody", "x@alias.test", "@alias.test", "u@own.test", "ghost@l.test", "nobody@", "bob@"];

    // A list for a test: a string, braces, or a table by name.
    private string List(string feature, IReadOnlyList<string> from)
    {
        string[] entries = [.. Enumerable.Range(0, Percent(40) ? 1 : random.Next(2, 5)).Select(_ => One(from))];
        switch (random.Next(5))
        {
            case 0: return Quote(entries[0]);
            case 1 or 2: return $"{{ {string.Join(One(", ", " ", ","), entries.Select(Quote))} }}";
            case 3:
                var inline = $"t{_names++}";
                Add($"table {inline} {{ {string.Join(", ", entries.Select(Quote))} }}", $"table list {feature}");
                return $"<{inline}>";
            default:
                var file = $"t{_names++}";
                _files[file] = "# @list\n" + string.Join('\n', entries.Select(e => Percent(20) ? $"  {e} " : e)) + "\n\n# end\n";
                Add($"table {file} \"{One("file:", "static:", "")}{SmtpdServer.Folder}/{file}\"", $"table file {feature}");
                return $"<{file}>";
        }
    }

    private string AliasTable(string feature, IReadOnlyList<string> keys)
    {
        var entries = Enumerable.Range(0, random.Next(2, 9)).Select(_ => (Key: One(keys), Value: One(s_targets))).ToList();
        return Map(feature, entries);
    }

    private string Users() => Map("userbase", [("vuser", "1000:1000:/nonexistent"), ("u", "1001:1001:/nonexistent"), (One("bob", "alice"), One("x:y:/bad", "1002:1002:/nonexistent", "1003")), ("nobody", "65534:65534:/nonexistent")]);

    private string Map(string feature, IReadOnlyList<(string Key, string Value)> entries)
    {
        if (Percent(30)) return $"{{ {string.Join(", ", entries.Select(e => $"{Quote(e.Key)} {One("=", "=>")} {Quote(e.Value)}"))} }}";
        var name = $"m{_names++}";
        if (Percent(50))
        {
            Add($"table {name} {{ {string.Join(", ", entries.Select(e => $"{Quote(e.Key)} = {Quote(e.Value)}"))} }}", $"table map {feature}");
            return $"<{name}>";
        }

        _files[name] = string.Join('\n', entries.Select(e => e.Key + One(" ", "\t", ": ", ":", "  ", " : ") + e.Value)) + "\n";
        Add($"table {name} file:{SmtpdServer.Folder}/{name}", $"table file {feature}");
        return $"<{name}>";
    }

    private static string Quote(string text) => text.Contains('"', StringComparison.Ordinal) ? $"'{text}'"
        : text.Length > 0 && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_') && char.IsAsciiLetter(text[0]) && !s_reserved.Contains(text) ? text : $"\"{text}\"";

    private static readonly HashSet<string> s_reserved = ["local", "any", "mail", "relay"];
}
