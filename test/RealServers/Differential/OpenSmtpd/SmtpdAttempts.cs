using System.Net.Sockets;
using Gatepost.Relay;

namespace Gatepost.RealServers.Differential.OpenSmtpd;

/// <summary>Attempts: who comes, what is said, and a few envelopes in one session.</summary>
internal static class SmtpdAttempts
{
    private static readonly string[] s_helos = ["client.test", "a.client.test", "a.b.client.test", "[192.0.2.9]", "mx.far.test", "CLIENT.TEST", "[IPv6:2001:db8::1]", "-x.test", "a..b", "x_y", "[300.1.1.1]", "host.", "localhost"];

    private static readonly string[] s_senders = ["a@sender.test", "a@sender.test", "", "bob@own.test", "u@own.test", "a+tag@sender.test", "bob", "x@sub.own.test", "A@SENDER.test", "bad..x@y.test", "@r.test:a@sender.test", "a1@far.test"];

    private static readonly string[] s_locals = ["u", "bob", "bob+x", "BOB", "nobody", "nobody+t", "root", "ghost", "alice", "x", "postmaster", "u%far.test", "far.test!u", "a.b", "vuser", "bob+", "mail", "bob-x", "nobody-t", "bob+y"];

    private static readonly string[] s_domains = ["own.test", "own.test", "OWN.test", "sub.own.test", "deep.sub.own.test", "far.test", "other.test", "alias.test", "l.test", "localhost", "real", "[127.0.0.1]", "[IPv6:::1]", "[192.0.2.1]", "x.own.test", "mx.own.test"];

    private static readonly string[] s_odd =
    [
        "", "bob", "nobody", "@own.test", "\"q\"@own.test", "a..b@own.test", "@r.test:bob@own.test", "u@", "u@-x.test", "u@own.test.", @"u@ex\097m.test", "a>b@c", "u@own..test", "u@[1.2.3]", "x:y:z@own.test",
        "u@a_b.test", "ü@own.test", "u@own.test>", "x:bob@own.test", "u @own.test", "a@b@own.test", "SRS0=a=b=c=d@own.test", "u@[IPv6:1.2.3.4]", ".u@own.test", "u.@own.test", @"u@\own.test", "@", "u@[::1]", "vuser@own.test", "ghost@l.test",
    ];

    /// <summary>One session: a client with envelopes, as attempts.</summary>
    public static IReadOnlyList<Attempt> Session(Random random, bool isV6, int envelopes)
    {
        var clients = SmtpdNames.Clients.Where(c => (c.Address.AddressFamily == AddressFamily.InterNetworkV6) == isV6).ToList();
        var (address, name) = One(clients);
        var helo = random.Next(60) == 0 ? null : One(random.Next(3) == 0 ? s_helos : s_helos[..6]);
        return [.. Enumerable.Range(0, envelopes).Select(_ => new Attempt { Client = address, Name = name, Helo = helo, MailFrom = One(s_senders), RcptTo = Recipient() })];

        string Recipient() => random.Next(6) == 0 ? One(s_odd) : $"{One(s_locals)}@{One(s_domains)}";

        T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];
    }

    /// <summary>The form of a recipient, for counting.</summary>
    public static string Form(Attempt attempt) => attempt.RcptTo switch
    {
        "" => "recipient empty",
        ['"', ..] => "recipient quoted",
        ['@', ..] => "recipient with a source route",
        var to when !to.Contains('@', StringComparison.Ordinal) => "recipient bare",
        var to when to.Contains('[', StringComparison.Ordinal) => "recipient at a literal",
        var to when to.Contains('%', StringComparison.Ordinal) || to.Contains('!', StringComparison.Ordinal) => "recipient routed",
        var to when to.Contains('+', StringComparison.Ordinal) => "recipient tagged",
        _ => "recipient plain",
    };
}
