namespace Gatepost.RealServers.Differential.OpenSmtpd;

/// <summary>Match rules and filters.</summary>
internal sealed partial class SmtpdGenerator
{
    private void Rule()
    {
        List<string> parts = [];
        List<string> features = [];
        var takesAuth = true;
        var takesMailFrom = true;
        var takesRcptTo = true;
        if (Percent(85)) From();
        if (Percent(90)) For();
        if (Percent(20)) Test("tag", ["A", "b", "C", "c"], ["^a$", "b|c", "x?"]);
        if (Percent(15)) Test("helo", s_helos, s_hostExpressions);
        if (Percent(10) && takesAuth) Plain(Not() + One("auth", $"auth {Quote("bob")}"), "auth");
        if (Percent(3)) Plain(Not() + "tls", "tls");
        if (Percent(15) && takesMailFrom) Test("mail-from", s_mails, s_mailExpressions);
        if (Percent(12) && takesRcptTo) Test("rcpt-to", s_mails, s_mailExpressions);
        for (var i = parts.Count - 1; i > 0; i--)
        {
            var j = random.Next(i + 1);
            (parts[i], parts[j]) = (parts[j], parts[i]);
        }

        var action = Percent(10) ? "reject" : $"action {One(_actions)}";
        if (action == "reject") features.Add("match reject");
        Add($"match {string.Join(' ', parts)} {action}", [.. features]);

        void From()
        {
            switch (random.Next(14))
            {
                case 0 or 1 or 2 or 3: Plain("from any", "from any"); break;
                case 4: Plain($"{Not()}from local", "from local"); break;
                case 5: Plain($"{Not()}from socket", "from socket"); break;
                case 6 or 7 or 8: Test("from src", s_networks, s_addressExpressions); break;
                case 9: Plain($"{Not()}from rdns", "from rdns"); break;
                case 10: Test("from rdns", s_hosts, s_hostExpressions); break;
                case 11:
                    Plain($"{Not()}from auth", "from auth");
                    takesAuth = false;
                    break;
                case 12:
                    Test("from mail-from", s_mails, s_mailExpressions);
                    takesMailFrom = false;
                    break;
                default: Plain("!from any", "from any negated"); break;
            }
        }

        void For()
        {
            switch (random.Next(12))
            {
                case 0 or 1 or 2: Plain("for any", "for any"); break;
                case 3 or 4: Plain($"{Not()}for local", "for local"); break;
                case 10:
                    Test("for rcpt-to", s_mails, s_mailExpressions);
                    takesRcptTo = false;
                    break;
                case 11: Plain("!for any", "for any negated"); break;
                default: Test("for domain", s_domains, s_domainExpressions); break;
            }
        }

        void Test(string what, IReadOnlyList<string> keys, IReadOnlyList<string> expressions)
        {
            var isRegex = Percent(25);
            Plain($"{Not()}{what} {(isRegex ? "regex " : "")}{List(what, isRegex ? expressions : keys)}", $"{what}{(isRegex ? " regex" : "")}");
        }

        void Plain(string text, string feature)
        {
            parts.Add(text);
            features.Add((text[0] == '!' ? "match ! " : "match ") + feature);
        }
    }

    private string Not() => Percent(20) ? "!" : "";

    private string FilterUse()
    {
        string[] names = [.. Enumerable.Range(0, Percent(50) ? 1 : random.Next(2, 4)).Select(_ => Filter())];
        if (names.Length == 1 && Percent(70)) return $" filter {names[0]}";
        if (Percent(50)) return $" filter {{ {string.Join(", ", names)} }}";
        var chain = $"f{_names++}";
        Add($"filter {chain} chain {{ {string.Join(", ", names)} }}", "filter chain");
        return $" filter {chain}";
    }

    private string Filter()
    {
        var name = $"f{_names++}";
        var phase = One("connect", "helo", "ehlo", "mail-from", "rcpt-to", "rcpt-to", "mail-from", "data", "commit");
        List<string> tests = ["fcrdns", "rdns", "rdns table", "src"];
        if (phase != "connect") tests.Add("helo");
        if (phase is "mail-from" or "rcpt-to" or "data" or "commit") tests.AddRange(["auth", "mail-from"]);
        if (phase == "rcpt-to") tests.AddRange(["rcpt-to", "rcpt-to"]);
        var test = One(tests);
        var isRegex = Percent(25);
        var text = test switch
        {
            "rdns table" => Table("rdns", s_hosts, s_hostExpressions),
            "src" => Table("src", s_networks, s_addressExpressions),
            "helo" => Table("helo", s_helos, s_hostExpressions),
            "mail-from" => Table("mail-from", s_mails, s_mailExpressions),
            "rcpt-to" => Table("rcpt-to", s_mails, s_mailExpressions),
            _ => test,
        };
        var action = phase == "commit" ? One("reject", "report") : One("reject", "reject", "disconnect", "junk", "bypass", "report");
        var parameter = action switch
        {
            "reject" => " " + One("\"550 5.7.1 not you\"", "\"451 4.7.1 later\"", "\"554 go away\"", "\"xyz\"", "\"250 fine\"", "\"421 4.3.0 bye\""),
            "disconnect" => " " + One("\"550 gone\"", "\"421 bye\""),
            "report" => " \"seen\"",
            _ => "",
        };
        Add($"filter {name} phase {phase} match {Not()}{text} {action}{parameter}", $"filter {phase}", $"filter match {test}", $"filter {action}");
        return name;

        string Table(string what, IReadOnlyList<string> keys, IReadOnlyList<string> expressions) => $"{what} {(isRegex ? "regex " : "")}{List("filter " + what, isRegex ? expressions : keys)}";
    }
}
