using System.CommandLine;
using Gatepost.Cli.Explain;
using Gatepost.Cli.Terminal;
using Gatepost.Refusals;
using Gatepost.Reports;

namespace Gatepost.Cli.Commands;

/// <summary><c>gatepost explain</c>: its options, each defined here and nowhere else.</summary>
internal sealed class ExplainCommand : Command
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
        Add(_color);
        Add(_verbose);
    }

    public static readonly string[] Examples =
    [
        "gatepost explain bounce.eml",
        "gatepost explain \"550 5.7.1 <pat@example.net>: Relay access denied\"",
        "gatepost explain --for client bounce.eml",
        "gatepost explain --json /var/log/mail.log",
        "swaks --to pat@example.net --server mail.example.com | gatepost explain",
    ];

    public int Run(ParseResult parsed, Output output, Messages messages)
    {
        if (Problem(parsed) is { } problem) return CommandLine.Refuse(messages, this, problem);
        var inputs = parsed.GetValue(_inputs) ?? [];
        if (inputs.Length == 0)
        {
            if (!Console.IsInputRedirected)
            {
                messages.Lines(Help.Short(this, Examples));
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
        return new ExplainRun(answer, style, format, output, messages).Run(inputs);
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

    private static string[] Formats() =>
        [.. Enum.GetValues<InputFormat>().Where(static f => f != InputFormat.Unknown).Select(static f => Names.Of(f))];
}
