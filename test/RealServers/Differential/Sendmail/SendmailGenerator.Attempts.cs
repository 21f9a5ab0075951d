using Attempt = Gatepost.Relay.Attempt;

namespace Gatepost.RealServers.Differential.Sendmail;

/// <summary>Sessions and envelopes.</summary>
internal sealed partial class SendmailGenerator
{
    private static readonly string[] s_forms =
    [
        "U@D", "U@D", "U@D", "U@D", "U+x@D", "U%E@D", "E!U@D", "@E:U@D", "U@E@D", "\"U@E\"@D", "\"U%E\"@D", "\"U\"@D", "U", "E!U", "U%E", "U@D.", "U@[203.0.113.9]", "U@[127.0.0.1]", "U@localhost",
        "@D", "U@", "U@.D", "U@D..test", "\"U@E\"", "U%E%own.test@D", "x!E!U@D", "!U@D", "%U@D", "U@@D", "@D,@E:U@D", "(c)U@D", "U(x@D", "U<x@D", "\\U@D", "U;@D", "x,U@D", "a:U@D", "a:U%E@D", "|U@D",
        "/U@D", "U@D:25", "U@[a]b", "\"U x\"@D", "", "U+@D", "U@x.D", "U.x@D", "U@host", "U/x@D", "U@x+D", ":include:/x@D",
    ];

    private static readonly string[] s_senders =
    [
        "U@D", "U@D", "U@D", "U@D", "", "U", "U@nx1.test", "U@tmp1.test", "U@localhost", "U@own.test", "U@mx.own.test", "U+x@D", "@E:U@D", "U%E@D", "E!U", "U@[203.0.113.9]", "U@[127.0.0.1]", "U@D.", "U@", "@D",
        "U@.D", "U@E@D", "U@host", "\"U\"@D", "x,U@D",
    ];

    private static readonly string?[] s_helos = ["client.test", "client.test", "client.test", "client.test", "own.test", "short", "[203.0.113.9]", "bad name", "a@b", null, "mx.own.test", "x_y.test"];

    /// <summary>A session of a client at a listener, and the envelopes it tries.</summary>
    public (string Listener, Attempt Client, IReadOnlyList<Envelope> Envelopes) Session(SendmailCase made, FeatureTable table)
    {
        var (address, name) = SendmailWorld.Clients[random.Next(SendmailWorld.Clients.Count)];
        var listener = made.Files[Mc].Contains("Name=MSA", StringComparison.Ordinal) && Chance(40) ? "MSA" : "MTA";
        var client = new Attempt { Client = address, Name = name, Helo = Pick(s_helos!), RcptTo = "" };
        List<Envelope> envelopes = [];
        for (var i = 0; i < 5; i++) envelopes.Add(new Envelope(Form(s_senders, "sender ", table), Form(s_forms, "recipient ", table)));
        return (listener, client, envelopes);
    }

    private string Form(string[] forms, string what, FeatureTable table)
    {
        var form = Pick(forms);
        table.Count(what + form);
        var domain = Pick(s_domains);
        return form.Replace("U", Pick(s_users), StringComparison.Ordinal).Replace("E", Pick(["far.test", "own.test", "rel.test", "old.test", "virt.test"]), StringComparison.Ordinal)
            .Replace("D", Chance(10) ? domain.ToUpperInvariant() : Chance(8) ? "old.test" : domain, StringComparison.Ordinal);
    }
}
