using System.CommandLine;
using Gatepost.Cli.Audit;
using Gatepost.Cli.Terminal;

namespace Gatepost.Cli.Commands;

/// <summary><c>gatepost audit</c>: its options, each defined here and nowhere else.</summary>
internal sealed partial class AuditCommand : Verb
{
    private readonly Argument<string?> _path = new("PATH|-")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "A directory such as /etc/postfix, one configuration file, or - for a dump on standard input (postconf -n, exim -bP config).",
    };

    private readonly Choice _as = new("--as", "Read it as this server's configuration instead of recognising it.", "SERVER", static () => ["postfix", "exim", "opensmtpd", "sendmail", "exchange"]);
    private readonly Option<string[]> _ask = new("--ask") { HelpName = "ATTEMPT", Description = "Decide one attempt and show every rule on the way: 'client=203.0.113.7 to=pat@example.net'." };
    private readonly ValueOption _askFile = new("--ask-file", "FILE", "Decide many attempts, one a line; - reads standard input.");
    private readonly ValueOption _against = new("--against", "PATH", "List what another configuration would decide differently: the next version, the next provider.");
    private readonly ValueOption _assert = new("--assert", "FILE", "Check questions with the answers you expect; for continuous integration.");
    private readonly ValueOption _hosted = new("--hosted-domains", "FILE|dns", "Domains whose mail should be taken here, one a line; dns asks whose MX the configured domains have.");
    private readonly Option<string[]> _trust = new("--trust") { HelpName = "NETWORK|DOMAIN", Description = "Clients that may relay, by address or verified name; default: loopback, this server's own addresses, private addresses, names in its local domains." };
    private readonly Option<string[]> _assume = new("--assume") { HelpName = "SOURCE=ANSWER", Description = "What an outside lookup answers: 'mysql:*=no', or =@FILE with its content, a key and a value a line." };
    private readonly Option<string[]> _interfaces = new("--interface") { HelpName = "ADDRESS/BITS", Description = "An address of the server itself; default for this machine's own configuration: its interfaces." };
    private readonly ValueOption _hostname = new("--hostname", "NAME", "The server's own name, where the configuration leaves it to the system.");
    private readonly ValueOption _version = new("--server-version", "X.Y", "The server's version, where its rules differ; default: the newest that is known.");
    private readonly ValueOption _confirm = new("--confirm", "HOST:PORT", "Put what was found to your own running server, up to RCPT TO.");
    private readonly Option<bool> _operate = new("--i-operate-this-server") { Description = "You run the server named with --confirm." };
    private readonly Choice _failOn = new("--fail-on", "From which severity on a finding makes the exit code 1; default error.", "SEVERITY", static () => ["note", "warning", "error"]);
    private readonly Option<bool> _json = new("--json") { Description = "JSON, one object a line (docs/schema/audit-1.json, decision-1.json)." };
    private readonly Option<bool> _sarif = new("--sarif") { Description = "The findings as SARIF 2.1.0, for code scanning." };
    private readonly Option<bool> _junit = new("--junit") { Description = "The assertions as a JUnit file." };
    private readonly Choice _color = new("--color", "Colour: auto (default; on terminals unless NO_COLOR is set), always or never.", "WHEN", static () => ["auto", "always", "never"]);
    private readonly Option<bool> _verbose = new("--verbose", "-v") { Description = "Also every setting and how far it was understood." };

    public AuditCommand()
        : base("audit", "Say what a mail server would relay, and prove it, from its configuration.")
    {
        Add(_path);
        foreach (var option in (Option[])[_as, _ask, _askFile, _against, _assert, _hosted, _trust, _assume, _interfaces, _hostname, _version, _confirm, _operate, _failOn, _json, _sarif, _junit, _color, _verbose]) Add(option);
    }

    public override string ExitCodes => "0 closed and fine, or the attempt is accepted; 1 a finding, a refusal or\nan assertion that fails; 2 usage; 3 could not be found out, 130 stopped.";

    public override string[] Calls { get; } =
    [
        "gatepost audit /etc/postfix",
        "gatepost audit /etc/postfix --ask 'client=203.0.113.7 to=pat@example.net'",
        "gatepost audit /etc/postfix --against new/postfix",
        "gatepost audit mail/ --assert policy.questions --junit > report.xml",
        "gatepost audit mail/ --sarif > findings.sarif",
        "ssh mx postconf -n | gatepost audit -",
    ];

    public override int Run(ParseResult parsed, Command root, Output output, Messages messages)
    {
        if (parsed.GetValue(_path) is null && !Console.IsInputRedirected)
        {
            messages.Lines(Help.Short(this));
            return Exit.Usage;
        }

        if (!TryRead(parsed, out var request, out var problem)) return CommandLine.Refuse(messages, this, problem);
        return new AuditRun(request, output, messages).Run();
    }
}
