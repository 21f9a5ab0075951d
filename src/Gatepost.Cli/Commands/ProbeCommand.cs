using System.CommandLine;
using Gatepost.Cli.Probe;
using Gatepost.Cli.Terminal;

namespace Gatepost.Cli.Commands;

/// <summary><c>gatepost probe</c>: its options, each defined here and nowhere else.</summary>
internal sealed partial class ProbeCommand : Verb
{
    private readonly Argument<string[]> _targets = new("TARGET")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "A domain, an address user@domain, or a server: host:port, 192.0.2.1, [2001:db8::1]:25.",
    };

    private readonly ValueOption _to = new("--to", "ADDRESS", "The recipient to ask for. Without one, the domain's postmaster.");
    private readonly ValueOption _from = new("--from", "ADDRESS", "The envelope sender; default: the null sender <>.");
    private readonly ValueOption _server = new("--server", "HOST[:PORT]", "Ask this server instead of the MX hosts.");
    private readonly Choice _tls = new("--tls", "auto (default): STARTTLS where offered, TLS from the start at port 465; required, none, implicit.", "MODE", static () => ["auto", "required", "none", "implicit"]);
    private readonly ValueOption _login = new("--login", "USER", $"Log in, at a server that is named. Password: --secrets, or {SecretFile.Variable} in the environment.");
    private readonly ValueOption _secrets = new("--secrets", "FILE", "A file whose first line is the password, readable by you alone.");
    private readonly ValueOption _mechanism = new("--mechanism", "NAME", "SASL mechanism; default: the best that both sides know.");
    private readonly ValueOption _helo = new("--helo", "NAME", $"Your own full host name, for EHLO; default: {HeloName.Variable}, this machine's name, or its address.");
    private readonly ValueOption _resolver = new("--resolver", "ADDRESS[:PORT]", "Recursive DNS server; default: /etc/resolv.conf.");
    private readonly ValueOption _rdap = new("--rdap", "URL", "Also ask the registry by RDAP whether the domain is expired or held: https://rdap.example/");
    private readonly ValueOption _source = new("--source", "ADDRESS", "The local address to connect from.");
    private readonly Option<bool> _ipv4 = new("--ipv4", "-4") { Description = "IPv4 only." };
    private readonly ValueOption _timeout = new("--timeout", "SECONDS", "For the whole of one target; default 10.");
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Print what would be asked and said; send nothing." };
    private readonly Option<bool> _json = new("--json") { Description = "One JSON object a target, one a line (docs/schema/probe-1.json)." };
    private readonly ValueOption _bulk = new("--bulk", "FILE", "Probe every target of a list, one a line, - for standard input. Answers are JSON lines.");
    private readonly ValueOption _parallel = new("--parallel", "N", "Targets of a list in flight; default 100. One provider gets one connection a second all the same.");
    private readonly Option<bool> _ordered = new("--ordered") { Description = "Answers in the order of the list." };
    private readonly ValueOption _resume = new("--resume", "FILE", "Pass over the targets that this earlier output answers; append to it with >>.");
    private readonly Option<bool> _operate = new("--i-operate-this-server") { Description = "You run the servers that you probe: allows --xclient and --proxy, and lists are not paced." };
    private readonly Option<bool> _relayTest = new("--relay-test") { Description = "Test whether the server relays for strangers; for its operator only." };
    private readonly ValueOption _xclient = new("--xclient", "ATTRIBUTES", "Send XCLIENT, such as 'ADDR=192.0.2.1 NAME=host.example'.");
    private readonly Choice _proxy = new("--proxy", "Send a PROXY protocol header of this version first.", "VERSION", static () => ["v1", "v2"]);
    private readonly ValueOption _proxySource = new("--proxy-source", "ADDRESS[:PORT]", "The client that the PROXY header names.");
    private readonly Option<bool> _allowPrivate = new("--allow-private") { Description = "Connect to private and loopback addresses although the DNS, not you, names them." };
    private readonly Choice _color = new("--color", "Colour: auto (default; on terminals unless NO_COLOR is set), always or never.", "WHEN", static () => ["auto", "always", "never"]);
    private readonly Option<bool> _verbose = new("--verbose", "-v") { Description = "Also every line of the dialogs and every DNS answer." };

    public ProbeCommand()
        : base("probe", "Ask the DNS and the mail servers whether mail to a target is taken, and why not.")
    {
        Add(_targets);
        foreach (var option in (Option[])[_to, _from, _server, _tls, _login, _secrets, _mechanism, _helo, _resolver, _rdap, _source, _ipv4, _timeout, _dryRun, _json,
            _bulk, _parallel, _ordered, _resume, _operate, _relayTest, _xclient, _proxy, _proxySource, _allowPrivate, _color, _verbose]) Add(option);
    }

    public override string ExitCodes => "0 all take the mail, 1 some refuse it, 2 usage or a line that is\nno target, 3 could not be found out, 130 stopped.";

    public override string[] Calls { get; } =
    [
        "gatepost probe pat@example.net",
        "gatepost probe example.net",
        "gatepost probe --server mail.example.com:587 --login me pat@example.net",
        "gatepost probe --dry-run pat@example.net",
        "gatepost probe --bulk targets.txt > answers.jsonl",
        "gatepost probe --bulk targets.txt --resume answers.jsonl >> answers.jsonl",
    ];

    public override int Run(ParseResult parsed, Command root, Output output, Messages messages)
    {
        if (parsed.GetValue(_targets) is not { Length: > 0 } && parsed.GetValue(_bulk) is null)
        {
            messages.Lines(Help.Short(this));
            return Exit.Usage;
        }

        if (!TryRead(parsed, out var request, out var problem)) return CommandLine.Refuse(messages, this, problem);
        if (request.IsDryRun)
        {
            DryRunText.Write(request, output);
            return Exit.Fine;
        }

        var tools = ProbeTools.Open(request);
        try
        {
            var run = request.Bulk is null ? new ProbeRun(request, tools, output, messages).Run() : new BulkRun(request, tools, output, messages).Run();
            return run.GetAwaiter().GetResult();
        }
        finally
        {
            messages.Dispose();
        }
    }
}
