using Gatepost.Mta.Exim.Expansions;
using Gatepost.Mta.Exim.Lists;
using Gatepost.Mta.Exim.Source;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Exim.Acls;

/// <summary>The conditions of statements.</summary>
internal sealed partial class AclCompiler
{
    private static readonly ListSubject s_client = ListSubject.Of(EximListKind.Host, AttemptPart.Client);
    private static readonly ListSubject s_domain = ListSubject.Of(EximListKind.Domain, AttemptPart.Domain);
    private static readonly ListSubject s_localPart = ListSubject.Of(EximListKind.LocalPart, AttemptPart.CasefulLocalPart);
    private static readonly ListSubject s_recipient = ListSubject.Of(EximListKind.Address, AttemptPart.Recipient);
    private static readonly ListSubject s_sender = ListSubject.Of(EximListKind.Address, AttemptPart.Sender);
    private static readonly ListSubject s_senderDomain = ListSubject.Of(EximListKind.Domain, AttemptPart.SenderDomain);

    private Choices<AclResult> Condition(AclElement element, Condition reached) => element.Name switch
    {
        "acl" => Nested(element, reached),
        "verify" => Verify(element),
        var name => Simple(name, element).Select(AclResult.Of),
    };

    private Choices<Truth> Simple(string name, AclElement element) => name switch
    {
        "hosts" => InList(element, s_client),
        "domains" => InList(element, s_domain),
        "local_parts" => InList(element, s_localPart),
        "recipients" => InList(element, s_recipient),
        "senders" => InList(element, s_sender),
        "sender_domains" => InList(element, s_senderDomain),
        "authenticated" => Authenticated(element),
        "encrypted" => Encrypted(element),
        "condition" => Holds(element),
        _ => OnlyOutside(element),
    };

    private Choices<Truth> InList(AclElement element, ListSubject subject) => ListReader.Read(Here, element.Value, subject, element.Origin);

    private Choices<Truth> OnlyOutside(AclElement element)
    {
        World.Cover(element.Origin, $"{element}", Coverage.Conditional, "only the outside can tell");
        var value = Here.Read(element.Value, element.Origin);
        var subject = value.UsesVariables ? $"at {element.Origin}" : "attempt";
        return Choices.If(new Opaque($"{element.Name} = {element.Value}", subject, 1, element.Origin) { MayFail = true }, Truth.Yes, Truth.No);
    }

    // The list is of the names of authenticators, not of mechanisms.
    private Choices<Truth> Authenticated(AclElement element)
    {
        var list = Here.Read(element.Value, element.Origin);
        if (list.Constant is not { } text) return WhereLoggedIn(OnlyOutside(element));
        Truth For(string name) => ListReader.Decide(ListReader.ReadPlain(Here, text, ListSubject.Of(EximListKind.Text, name), element.Origin), null);
        string[] names = World.Authenticators.Count > 0 ? [.. World.Authenticators.Select(static a => a.Name)] : ["plain", "login", "cram"];
        var truths = names.Select(For).Distinct().ToList();
        if (truths is [var all]) return WhereLoggedIn(Choices.Of(all));
        var world = World;
        return WhereLoggedIn(ComputedTest.Of($"{element.Name} = {text}", "login", element.Origin, s => s.Attempt.Login is { } login ? For(world.AuthenticatorOf(login.Mechanism)) : Truth.No, mayFail: true));
    }

    private static Choices<Truth> WhereLoggedIn(Choices<Truth> of) => Choices.If(new HasLogin(), true, false).SelectMany(yes => yes ? of : Choices.Of(Truth.No))!;

    private Choices<Truth> Encrypted(AclElement element)
    {
        var list = Here.Read(element.Value, element.Origin);
        var any = list.Constant is { } text && EximText.Items(text) is ["*", ..] ? Choices.Of(Truth.Yes) : OnlyOutside(element);
        return Choices.If(new HasTls(), true, false).SelectMany(yes => yes ? any : Choices.Of(Truth.No))!;
    }

    private Choices<Truth> Holds(AclElement element)
    {
        var value = Here.Read(element.Value, element.Origin);
        if (value.Fold() is { } texts) return texts.Select(Of);
        if (!value.IsOutside)
            return ComputedTest.Of($"condition = {element.Value}", value.UsesVariables ? $"at {element.Origin}" : "attempt", element.Origin, session => Of(value.Expand(Scope.Of(session))), mayFail: true);
        return OnlyOutside(element);

        // Made to fail, the condition is passed over, negated or not.
        Truth Of(Expanded text) => text.Kind switch
        {
            ExpandedKind.Text => Comparisons.Boolean(text.Text) switch { true => Truth.Yes, false => Truth.No, _ => Truth.Defer },
            ExpandedKind.Forced => element.IsNegated ? Truth.No : Truth.Yes,
            _ => text.ToTruth(),
        };
    }

    private Choices<AclResult> Nested(AclElement element, Condition reached)
    {
        var words = Words(element.Value);
        if (words.Count == 0) return Choices.Of(AclResult.Of(Truth.Error));
        var name = Here.Read(words[0], element.Origin);
        if (name.Fold() is not { } names)
        {
            World.Cover(element.Origin, $"{element}", Coverage.NotModelled, "the name of the ACL depends on what the client says");
            return Choices.Of(AclResult.Of(Truth.Error));
        }

        var before = variables.Current;
        var arguments = words.Skip(1).Take(9).Select(w => Here.Read(w, element.Origin)).ToList();
        variables.Bind("acl_narg", new Literal($"{arguments.Count}"));
        for (var i = 0; i < 9; i++) variables.Bind($"acl_arg{i + 1}", i < arguments.Count ? arguments[i] : new Literal(""));
        var outcome = names.SelectMany(text => text.Kind switch
        {
            ExpandedKind.Text => Named(text.Text.TrimStart(), reached, element.Origin).Select(Result),
            ExpandedKind.Panic => Choices.Of(AclResult.Of(Truth.Panic)),
            ExpandedKind.Deferred => Choices.Of(AclResult.Of(Truth.Defer)),
            _ => Choices.Of(AclResult.Of(Truth.Error)),
        });
        variables.Restore(before);
        if (outcome is not null) return outcome;
        World.Cover(element.Origin, $"{element}", Coverage.NotModelled, "too many ways through the ACL");
        return OnlyOutside(element).Select(AclResult.Of);
    }

    // Words, each perhaps in quotes.
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var at = 0; ;)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            if (at >= text.Length) return words;
            words.Add(EximText.Word(text, ref at));
        }
    }

    // An acceptance leaves its own message, a refusal also what its conditions left.
    private static AclResult Result(AclOutcome outcome) => outcome.End switch
    {
        AclEnd.Accept => new AclResult(Truth.Yes) { Left = outcome.Message },
        AclEnd.Deny => new AclResult(Truth.No) { Left = outcome.Message },
        AclEnd.Drop => new AclResult(Truth.No) { Special = AclEnd.Drop, Left = outcome.Message },
        AclEnd.Discard => new AclResult(Truth.Yes) { Special = AclEnd.Discard, Left = outcome.Message },
        AclEnd.Defer => new AclResult(Truth.Defer) { Left = outcome.Message, ShowsMessage = outcome.ShowsMessage },
        AclEnd.Panic => AclResult.Of(Truth.Panic),
        _ => AclResult.Of(Truth.Error),
    };

    private Choices<AclResult> Verify(AclElement element)
    {
        var value = Here.Read(element.Value, element.Origin);
        if (value.Constant is not { } text) return OnlyOutside(element).Select(AclResult.Of);
        var items = EximText.Items(text, '/');
        string kind = items.Count > 0 ? items[0].ToLowerInvariant() : "";
        var options = items.Skip(1).ToList();
        switch (kind)
        {
            case "reverse_host_lookup":
                var deferred = options.Contains("defer_ok") ? Truth.Yes : Truth.Defer;
                return Choices.First([new Choice<Truth>(new NameUnknown(NameStatus.Temporary), deferred), new Choice<Truth>(NameUnknown.Any, Truth.No)], Truth.Yes).Select(AclResult.Of);
            case "certificate" when options.Count == 0:
                return Choices.If(new VerifiedCertificate(), AclResult.Of(Truth.Yes), new AclResult(Truth.No) { Left = new EximMessage(new Literal("no verified certificate"), null, false) });
            case "helo" when options.Count == 0:
                return HeloVerification.Of(World, context.Phase, element.Origin).Select(static t => AclResult.Of(t == Truth.Defer ? Truth.No : t));
            case "recipient" when context.Phase == EximPhase.Rcpt:
                return verifier.Verify(Here, isSender: false, options, element.Origin);
            case "sender" when context.Phase is EximPhase.Mail or EximPhase.Rcpt:
                _speaksOfSender |= !options.Contains("no_details");
                return verifier.Verify(Here, isSender: true, options, element.Origin);
            case "csa":
                return OnlyOutside(element).Select(static t => new AclResult(t) { Left = EximMessage.Unknown });
            case var other when other.StartsWith("sender", StringComparison.Ordinal) && kind[6..].TrimStart().StartsWith('=') && context.Phase is EximPhase.Mail or EximPhase.Rcpt:
                _speaksOfSender = true;
                return OnlyOutside(element).Select(static t => t == Truth.Yes ? AclResult.Of(t) : new AclResult(t) { Left = EximMessage.Unknown });
            default:
                World.Findings.Add(new ConfigProblem(element.Origin, ConfigProblemKind.BadValue, $"verify = {Shorten.To(text)} cannot be used in this ACL; Exim answers 451 to every attempt that reaches it",
                    Nearest.To(kind, ["sender", "recipient", "helo", "certificate", "reverse_host_lookup", "csa"]) is { } nearest && nearest != kind ? $"Perhaps you meant {nearest}" : null));
                return Choices.Of(AclResult.Of(Truth.Error));
        }
    }
}
