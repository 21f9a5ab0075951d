using System.Collections.Immutable;
using Gatepost.Mta.Postfix.Policy;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Postfix.Restrictions;

/// <summary>One restriction of a list while it is made into rules.</summary>
internal sealed class Restriction
{
    private readonly IReadOnlyList<string> _tokens;
    private readonly ImmutableArray<Rule>.Builder _rules;
    private int _at;

    /// <summary>Takes the restriction at a place in a list.</summary>
    public Restriction(RestrictionCompiler compiler, Scope scope, Setting list, IReadOnlyList<string> tokens, int at, ImmutableArray<Rule>.Builder rules)
    {
        (Compiler, Scope, _tokens, _at, _rules) = (compiler, scope, tokens, at, rules);
        var isBare = tokens[at].Contains(':', StringComparison.Ordinal);
        Name = isBare ? scope.Context.BareCheck : tokens[at].ToLowerInvariant();
        Text = tokens[at];
        Origin = compiler.Parts.OriginOf(list, tokens[at]);
        if (isBare) _at--;
    }

    public RestrictionCompiler Compiler { get; }

    public PostfixParts Parts => Compiler.Parts;

    public Scope Scope { get; }

    /// <summary>The restriction in lower case.</summary>
    public string Name { get; }

    /// <summary>The restriction as written, with its argument once that is taken.</summary>
    public string Text { get; private set; }

    public Origin Origin { get; }

    /// <summary>The number of the last token that belongs to it.</summary>
    public int End => _at;

    /// <summary>The client has logged in; null where it cannot, or cannot yet.</summary>
    public Condition? LoggedIn => Scope.Context.KnowsLogin ? Parts.LoggedIn : null;

    /// <summary>What is refused, as replies name it.</summary>
    public string Refused => $"<{Scope.Place}>: {Scope.ReplyClass} rejected";

    /// <summary>The next token, which is an argument; null where there is none.</summary>
    public string? Argument()
    {
        if (_at + 1 >= _tokens.Count) return null;
        var argument = _tokens[++_at];
        if (!argument.Equals(Text, StringComparison.Ordinal)) Text = $"{Text} {argument}";
        return argument;
    }

    /// <summary>The argument of a check, a <c>type:table</c>; null and a rule for the mistake where it is none.</summary>
    public string? TableArgument()
    {
        if (Argument() is { } argument && argument.Contains(':', StringComparison.Ordinal)) return argument;
        Mistake(ConfigProblemKind.BadValue, $"{Text} needs a type:table after it; whoever reaches it gets 451 4.3.5", $"write {Name} hash:/etc/postfix/table");
        return null;
    }

    public void Add(Condition when, params ImmutableArray<Verdict> cases) => _rules.Add(new Rule(Text, when, cases, Origin));

    public void Add(Condition when, Verdict fault, ImmutableArray<Verdict> cases) => _rules.Add(new Rule(Text, when, cases, Origin) { OnFault = fault });

    /// <summary>The tables that a parameter of the SMTP server names.</summary>
    public ImmutableArray<PostfixTable> Maps(string parameter) => Parts.Lists.Maps(Parts.Server.Get(parameter));

    /// <summary>Whoever gets here is told that the server is not set up rightly.</summary>
    public void Mistake(ConfigProblemKind kind, string what, string? write)
    {
        Parts.Report.Problem(Origin, kind, what, write);
        Add(Always.Instance, ServerError);
    }

    public Verdict ServerError => new Verdict.Refuse(Parts.Replies.ServerError);

    /// <summary>The reply where a table of the address classes or of a list is broken; no warn_if_reject softens it.</summary>
    public Verdict LookupFailure(string? place = null) => new Verdict.Refuse(Parts.Replies.Make(451, "4.3.0", $"<{place ?? Scope.Place}>: Temporary lookup failure"));

    public Verdict Refuse(int code, string status, string? text) => Refuse(Parts.Replies.Make(code, status, text));

    public Verdict Refuse(ReplyText reply) => Scope.Warns
        ? new Verdict.Enter(new RuleList("warn_if_reject", [new Rule(Text, Always.Instance, [new Verdict.Refuse(reply)], Origin) { WarnsOnly = true }], Origin))
        : new Verdict.Refuse(reply);

    public Verdict DeferIfPermit(int code, string status, string? text) =>
        Scope.Warns ? Verdict.Next.Instance : new Verdict.DeferIfPermit(Parts.Replies.Make(code, status, text));

    /// <summary>A deferral in place of a later refusal; warn_if_reject does not keep Postfix from it.</summary>
    public Verdict DeferIfReject(int code, string status, string? text) => new Verdict.DeferIfReject(Parts.Replies.Make(code, status, text));

    /// <summary>What a parameter says of temporary failures: defer at once, or if nothing else refuses.</summary>
    public Verdict OnTemporary(string action, int code, string status, string? text) =>
        Parts.Server.Get(action).Value.Equals("defer", StringComparison.OrdinalIgnoreCase) ? Refuse(code, status, text) : DeferIfPermit(code, status, text);

    /// <summary>A list of rules that is asked here; they do not go on after it where one says <see cref="Verdict.Leave"/>.</summary>
    public Verdict Enter(params ImmutableArray<Rule> rules) => new Verdict.Enter(new RuleList(Text, rules, Origin));

    public Rule Rule(Condition when, params ImmutableArray<Verdict> cases) => new(Text, when, cases, Origin);

    /// <summary>Lets a broken address class answer before anything else does, but for attempts that Postfix does not look at here.</summary>
    public void AskClasses(bool isSender, Condition? unless = null)
    {
        if (!Parts.Classes.CanFail) return;
        var classes = isSender ? Parts.Classes.Is(isSender: true, AddressClass.Local) : Parts.Classes.Recipient;
        var rule = Rule(classes, [.. Enumerable.Repeat<Verdict>(Verdict.Next.Instance, classes.Answers)]) with { OnFault = LookupFailure(isSender ? "{sender}" : "{recipient}") };
        var excused = new List<Rule>();
        if (isSender) excused.Add(Rule(AddressForm.IsNullSender, Verdict.Leave.Instance));
        if (unless is not null) excused.Add(Rule(unless, Verdict.Leave.Instance));
        Add(Always.Instance, Enter([.. excused, rule]));
    }
}
