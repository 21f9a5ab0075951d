using System.Net;
using Gatepost.Mta;
using Gatepost.Mta.Exim;
using Gatepost.Relay;

namespace Gatepost.Tests.Mta.Exim;

/// <summary>Asks about attempts in a few words.</summary>
internal static class EximAsk
{
    public const string Path = "/etc/exim/exim.conf";

    public static Configuration Read(string text, params (string Path, string Text)[] files) =>
        EximReader.Read(new MemoryFiles(files.Append((Path, text)).ToDictionary(static f => f.Item1, static f => f.Item2)), Path, new ReadingOptions { HostName = "mx.ours.test" });

    /// <summary>A configuration with an ACL for RCPT alone.</summary>
    public static Configuration Acl(string statements, string main = "", params (string Path, string Text)[] files) =>
        Read($"{main}\nacl_smtp_rcpt = check_rcpt\nbegin acl\ncheck_rcpt:\n{statements}\n", files);

    /// <summary>The decision in words: <c>accept</c>, <c>discard</c>, the reply, <c>closed</c>, <c>depends</c>.</summary>
    public static string Ask(this Configuration configuration, string to, string client = "192.0.2.7", string from = "a@sender.test", string? name = null, string? login = null, string? helo = "client.test", int port = 25)
    {
        var attempt = new Attempt
        {
            Client = IPAddress.Parse(client), Helo = helo, MailFrom = from, RcptTo = to,
            Name = name is null ? ClientName.Missing : ClientName.Verified(name), Login = login is null ? null : new Login(login),
        };
        var decision = Evaluator.Evaluate(configuration.Policies.First(p => p.Listener.Port == port), attempt);
        return decision.Kind switch
        {
            DecisionKind.Accept => decision.IsDiscarded ? "discard" : "accept",
            DecisionKind.Depends => "depends",
            _ => decision.Reply?.ToString() ?? "closed",
        };
    }
}
