using System.Collections.Immutable;

namespace Gatepost.RealServers.Differential.OpenSmtpd;

/// <summary>Makes configurations that OpenSMTPD takes, over everything that its grammar has for deciding on a recipient.</summary>
/// <param name="random">Where its choices come from.</param>
/// <param name="port">The first port, even.</param>
internal sealed partial class SmtpdGenerator(Random random, int port)
{
    private readonly List<SmtpdLine> _lines = [];
    private readonly Dictionary<string, string> _files = [];
    private readonly List<string> _actions = [];
    private int _names;

    /// <summary>A configuration with two to four listeners.</summary>
    public SmtpdCase Make()
    {
        if (Percent(15)) Add("smtp sub-addr-delim \"-\"", "sub-addr-delim");
        if (Percent(10)) Add("queue compression\nsmtp max-message-size 10M\nbounce warn-interval 1h, 2d # often", "irrelevant lines");
        if (Percent(10)) Add("net = \"192.0.2.0/24\"\ntable macros { $net, \\\n  \"10.0.0.0/8\" }", "macro", "continuation");
        _files["inc"] = "nobody\n# a comment\nu@far.test, ghost\n";
        if (Percent(10))
        {
            _files["more.conf"] = "action \"included\" relay\n";
            Add($"include \"{SmtpdServer.Folder}/more.conf\"", "include");
            _actions.Add("included");
        }

        var listeners = random.Next(2, 5);
        for (var i = 0; i < listeners; i++) Listener(port + (i * 2) + (Percent(25) ? 1 : 0));
        var actions = random.Next(2, 5);
        for (var i = 0; i < actions; i++) Action();
        var rules = random.Next(2, 9);
        for (var i = 0; i < rules; i++) Rule();
        return new SmtpdCase([.. _lines], _files.ToImmutableDictionary());
    }

    private void Listener(int at)
    {
        var text = $"listen on {(SmtpdCase.IsV6(at) ? "::1" : "{v4}")} port {at}";
        List<string> features = [SmtpdCase.IsV6(at) ? "listen IPv6" : "listen IPv4"];
        if (Percent(60)) Option($" tag {One("A", "b", "C")}", "listen tag");
        if (Percent(20)) Option(" hostname mx.own.test", "listen hostname");
        if (Percent(10)) Option(" hostnames { \"{v4}\" = \"named.test\" }", "listen hostnames");
        if (Percent(4)) Option(" tls-require", "listen tls-require");
        else if (Percent(4)) Option(" tls auth", "listen auth");
        else if (Percent(10)) Option(" tls auth-optional", "listen auth-optional");
        if (Percent(10)) Option(One(" mask-src", " no-dsn", " received-auth"), "listen irrelevant options");
        if (Percent(35)) Option(FilterUse(), "listen filter");
        _lines.Add(new SmtpdLine(text, [.. features]) { Port = at });

        void Option(string option, string feature)
        {
            text += option;
            features.Add(feature);
        }
    }

    private void Action()
    {
        var name = $"a{_names++}";
        _actions.Add(name);
        var kind = Percent(35) ? "relay" : One("mbox", "maildir", "lmtp", "mda", "forward-only", "expand-only", "mbox", "maildir");
        var text = $"action {name} " + kind switch
        {
            "relay" => "relay" + One("", " backup", " host smtp://mx.far.test", " helo x.test tls", " host \"smtp+tls://x@relay.test\" auth { x = \"u:p\" }", " srs"),
            "maildir" => "maildir" + One("", " \"/tmp/m\"", " \"/tmp/m\" junk", " junk"),
            "lmtp" => "lmtp \"/run/lmtp\"" + One("", " rcpt-to"),
            "mda" => "mda \"/bin/cat\"",
            _ => kind,
        };
        if (text.EndsWith(" srs", StringComparison.Ordinal)) text = $"srs key secret\n{text}";
        List<string> features = [$"action {kind}"];
        if (kind != "relay")
        {
            if (Percent(70)) Option(Percent(50) ? $" alias {AliasTable("alias", s_users)}" : $" virtual {AliasTable("virtual", s_addresses)}", "");
            if (Percent(25)) Option($" userbase {Users()}", "userbase");
            if (kind is "maildir" or "lmtp" or "mda" && Percent(20)) Option(" user nobody", "action user");
        }

        if (Percent(10)) Option(" ttl 1d", "action ttl");
        Add(text, [.. features]);

        void Option(string option, string feature)
        {
            text += option;
            if (feature.Length > 0) features.Add(feature);
            else features.Add(option.StartsWith(" alias", StringComparison.Ordinal) ? "alias" : "virtual");
        }
    }

    private void Add(string text, params string[] features) => _lines.Add(new SmtpdLine(text, [.. features]));

    private bool Percent(int percent) => random.Next(100) < percent;

    private T One<T>(params IReadOnlyList<T> of) => of[random.Next(of.Count)];
}
