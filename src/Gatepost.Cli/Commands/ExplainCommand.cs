using System.CommandLine;
using Gatepost.Audits;
using Gatepost.Cli.Audit;
using Gatepost.Cli.Explain;
using Gatepost.Cli.Probe;
using Gatepost.Cli.Terminal;
using Gatepost.Diagnoses;
using Gatepost.Refusals;
using Gatepost.Reports;

namespace Gatepost.Cli.Commands;

/// <summary><c>gatepost explain</c>: its options, each defined here and nowhere else.</summary>
internal sealed class ExplainCommand : Verb
{
    private readonly Argument<string[]> _inputs = new("FILE|DIR|TEXT|-")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "Files, directories, or a reply as text; - or nothing reads standard input.",
    };

    private readonly Choice _as = new("--as", "Read the input as this format instead of detecting it.", "FORMAT", static () => Formats());
    private readonly Choice _for = new("--for", "For whom: the administrator (default), or a client who has never seen SMTP.", "READER", static () => ["admin", "client"]);
    private readonly Option<bool> _html = new("--html") { Description = "The client's text as one HTML page that needs nothing else." };
    private readonly Option<bool> _json = new("--json") { Description = "One JSON object a refusal, one a line (docs/schema/explain-1.json)." };
    private readonly Option<bool> _all = new("--all") { Description = "Every report in full; without it, more than three refusals are grouped." };
    private readonly Choice _color = new("--color", "Colour: auto (default; on terminals unless NO_COLOR is set), always or never.", "WHEN", static () => ["auto", "always", "never"]);
    private readonly Option<bool> _live = new("--live") { Description = "Find out by DNS and SMTP what the text does not say. Never sends mail." };
    private readonly ValueOption _timeout = new("--timeout", "SECONDS", "For finding out about one case; default 10.");
    private readonly ValueOption _world = new("--world", "FILE", "Take what is to be found out from this recorded world instead of the network.");
    private readonly ValueOption _record = new("--record", "FILE", "Write down what was asked and answered, to be replayed with --world.");
    private readonly ValueOption _client = new("--client", "ADDRESS", "The address of the server that sent, where the text does not say it.");
    private readonly ValueOption _helo = new("--helo", "NAME", $"Your own full host name, for EHLO; default: {HeloName.Variable}, this machine's name, or its address.");
    private readonly ValueOption _resolver = new("--resolver", "ADDRESS[:PORT]", "Recursive DNS server; default: /etc/resolv.conf.");
    private readonly ValueOption _rdap = new("--rdap", "URL", "Also ask the registry by RDAP whether the domain is expired or held: https://rdap.example/");
    private readonly ValueOption _policy = new("--policy", "PATH", "The refusing server's own configuration: cites the line that refused.");
    private readonly Option<bool> _verbose = new("--verbose", "-v") { Description = "Also everything that was read of each refusal." };

    public ExplainCommand()
        : base("explain", "Say why mail was refused, whose job it is to fix it, and how.")
    {
        Add(_inputs);
        Add(_as);
        Add(_for);
        Add(_html);
        Add(_json);
        Add(_all);
        foreach (var option in (Option[])[_live, _timeout, _world, _record, _client, _helo, _resolver, _rdap, _policy, _color, _verbose]) Add(option);
    }

    public override string ExitCodes => "0 answered, 1 not recognised, 2 usage, 3 unreadable, 130 stopped.";

    public override string[] Calls { get; } =
    [
        "gatepost explain bounce.eml",
        "gatepost explain \"550 5.7.1 <pat@example.net>: Relay access denied\"",
        "gatepost explain --for client bounce.eml",
        "gatepost explain --live bounce.eml",
        "gatepost explain --live --record case.json bounce.eml",
        "gatepost explain --world case.json bounce.eml",
        "gatepost explain --policy /etc/postfix bounce.eml",
        "gatepost explain --json /var/log/mail.log",
        "swaks --to pat@example.net --server mail.example.com | gatepost explain",
    ];

    public override int Run(ParseResult parsed, Command root, Output output, Messages messages)
    {
        if (Problem(parsed) is { } problem) return CommandLine.Refuse(messages, this, problem);
        var inputs = parsed.GetValue(_inputs) ?? [];
        if (inputs.Length == 0)
        {
            if (!Console.IsInputRedirected)
            {
                messages.Lines(Help.Short(this));
                return Exit.Usage;
            }

            inputs = ["-"];
        }

        var answer = parsed.GetValue(_json) ? AnswerKind.Json
            : parsed.GetValue(_html) ? AnswerKind.Html
            : parsed.GetValue(_for) == "client" ? AnswerKind.Client
            : parsed.GetValue(_all) ? AnswerKind.Admin
            : AnswerKind.Summary;
        var format = parsed.GetValue(_as) is { } name ? Names.Format(name) ?? InputFormat.Unknown : InputFormat.Unknown;
        var style = answer is AnswerKind.Json or AnswerKind.Html ? default : Style.Of(parsed.GetValue(_color) ?? "auto", parsed.GetValue(_verbose));
        if (!TryLive(parsed, out var options, out var fault)) return CommandLine.Refuse(messages, this, fault);
        if (parsed.GetValue(_policy) is { } path)
        {
            if (options is not null) return CommandLine.Refuse(messages, this, "--policy asks a configuration and --live the network; give one of them.");
            if (ConfigurationSource.Read(path, null, LiveConfiguration.Reading(path), out var unread) is not { } configuration) return CommandLine.Refuse(messages, this, unread);
            return new ExplainRun(answer, style, format, r => Rulebook.Default.Diagnose(r, PolicyFacts.Of(r, configuration)), output, messages).Run(inputs);
        }

        if (options is null) return new ExplainRun(answer, style, format, static r => Rulebook.Default.Diagnose(r), output, messages).Run(inputs);
        if (LiveTools.Open(options, messages) is not { } tools) return Exit.Usage;
        var exit = new ExplainRun(answer, style, format, tools.Diagnose, output, messages).Run(inputs);
        return tools.Save(inputs, messages) ? exit : Exit.Unknown;
    }

    private string? Problem(ParseResult parsed)
    {
        foreach (var choice in new[] { _as, _for, _color })
            if (parsed.GetValue(choice) is { } word && !choice.Words.Contains(word))
                return $"{choice.Name} does not take '{word}'.{Nearest.Hint(word, choice.Words)} It takes {string.Join(", ", choice.Words)}.";
        if (parsed.GetValue(_json) && parsed.GetValue(_html)) return "--json and --html exclude each other.";
        if (parsed.GetValue(_for) is not { } reader) return null;
        if (parsed.GetValue(_json)) return "--json is the same for every reader; leave --for out.";
        return reader == "admin" && parsed.GetValue(_html) ? "--html is the client's text; leave --for admin out." : null;
    }

    private bool TryLive(ParseResult parsed, out LiveOptions? options, out string problem)
    {
        (options, problem) = (null, "");
        var world = parsed.GetValue(_world);
        if (!parsed.GetValue(_live) && world is null)
        {
            var idle = new[] { _timeout, _record, _client, _helo, _resolver, _rdap }.FirstOrDefault(o => parsed.GetValue(o) is not null);
            problem = idle is null ? "" : $"{idle.Name} is for --live; add --live, or leave it out.";
            return idle is null;
        }

        if (parsed.GetValue(_live) && world is not null) return Fail("--live asks the network and --world a recording; give one of them.", out problem);
        if (!CommonOptions.TrySeconds(parsed.GetValue(_timeout), out var timeout, out problem)
            || !CommonOptions.TryAddress(parsed, _client, out var client, out problem)
            || !CommonOptions.TryEndpoint(parsed, _resolver, CommonOptions.DnsPort, out var resolver, out problem)
            || !CommonOptions.TryRdap(parsed.GetValue(_rdap), out var rdap, out problem)
            || !CommonOptions.TryHelo(parsed.GetValue(_helo), null, [], out var helo, out problem)) return false;
        options = new LiveOptions(timeout, helo) { World = world, Record = parsed.GetValue(_record), Client = client, Resolver = resolver, Rdap = rdap };
        return true;
    }

    private static bool Fail(string message, out string problem)
    {
        problem = message;
        return false;
    }

    private static string[] Formats() =>
        [.. Enum.GetValues<InputFormat>().Where(static f => f != InputFormat.Unknown).Select(static f => Names.Of(f))];
}
