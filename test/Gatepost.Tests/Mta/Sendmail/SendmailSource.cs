using System.Net;
using Gatepost.Mta;
using Gatepost.Mta.Sendmail;
using Gatepost.Relay;

namespace Gatepost.Tests.Mta.Sendmail;

/// <summary>A configuration in memory, and attempts put to it.</summary>
internal sealed class SendmailSource
{
    public const string Path = "/etc/mail/sendmail.mc";

    private readonly Dictionary<string, string> _files = new() { ["/etc/mail/local-host-names"] = "own.test\n", ["/etc/mail/aliases"] = "# none\n" };

    /// <summary>A sendmail.mc with the lines that every test needs around those that matter.</summary>
    public SendmailSource(string lines) => _files[Path] =
        $"define(`confDOMAIN_NAME', `mx.own.test')dnl\nFEATURE(`use_cw_file')dnl\nFEATURE(`no_default_msa')dnl\n{lines}\nDAEMON_OPTIONS(`Name=MTA')dnl\nMAILER(`local')dnl\nMAILER(`smtp')dnl\n";

    public SendmailSource With(string file, string text)
    {
        _files["/etc/mail/" + file] = text;
        return this;
    }

    public ReadingOptions Options { get; init; } = new() { HostName = "mx.own.test", Snapshots = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add("passwd", "root:x:0:0\n") };

    public Configuration Read() => SendmailReader.Read(new MemoryFiles(_files), Path, Options);

    /// <summary>The decision in one line: <c>accept Local</c>, <c>550 5.7.1 …</c>. The sender's domain exists.</summary>
    public string Decide(string client, string to, string from = "a@sender.test", string? name = "mail.client.test", string? login = null)
    {
        var attempt = new Attempt
        {
            Client = IPAddress.Parse(client), Name = name is null ? ClientName.Missing : ClientName.Verified(name), Helo = "client.test", MailFrom = from, RcptTo = to,
            Login = login is null ? null : new Login(login),
        };
        var decision = Evaluator.Evaluate(Read().Policies[0], attempt, new DomainsExist());
        return decision.Kind switch
        {
            DecisionKind.Accept => $"accept {decision.Class}",
            DecisionKind.Depends => $"depends {string.Join(", ", decision.DependsOn)}",
            _ => decision.Reply?.ToString() ?? "closed",
        };
    }

    private sealed class DomainsExist : Knowledge
    {
        public override Answer? Ask(Opaque condition, Session session) => condition.Source == "dns" ? Answer.No : null;
    }
}
