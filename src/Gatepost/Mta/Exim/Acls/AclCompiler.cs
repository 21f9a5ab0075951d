using System.Collections.Immutable;
using Gatepost.Mta.Exim.Expansions;
using Gatepost.Mta.Exim.Source;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Exim.Acls;

/// <summary>Turns the statements of an ACL into the ways it may end, each with its condition (specification chapter 43).</summary>
internal sealed partial class AclCompiler(ExpansionContext context, AclVariables variables, IAddressVerifier verifier)
{
    private const int Deepest = 20;

    private int _depth;

    // Where the sender did not verify, the first refusal begins with lines about it.
    private bool _speaksOfSender;

    /// <summary>When the first ACL is reached at all.</summary>
    public Condition Reached { get; init; } = Always.Instance;

    private EximWorld World => context.World;

    // The place as it is now: assignments change what variables mean.
    private ExpansionContext Here => context with { Variables = variables.Current };

    /// <summary>An ACL by what an option names it by: a name, a file or the text itself, after expansion.</summary>
    public Choices<AclOutcome> OfOption(EximSetting option)
    {
        var expansion = Here.Read(option.Value, option.Origin);
        if (expansion.Fold() is not { } names) return Failing(option, "the name of the ACL depends on what the client says, which Exim does not take");
        if (Crashes(option)) return Choices.Of(new AclOutcome(AclEnd.Crash, EximMessage.None, "text with more than one line", option.Origin));
        // Forced to fail, there is no ACL to ask.
        var outcomes = names.SelectMany(name => name.Kind switch
        {
            ExpandedKind.Text => Named(name.Text.TrimStart(), Reached, option.Origin),
            ExpandedKind.Forced => Choices.Of(new AclOutcome(AclEnd.Accept, EximMessage.None, option.Value, option.Origin)),
            ExpandedKind.Panic => Choices.Of(new AclOutcome(AclEnd.Panic, EximMessage.None, option.Value, option.Origin)),
            _ => Choices.Of(new AclOutcome(AclEnd.Error, EximMessage.None, option.Value, option.Origin)),
        }) ?? Failing(option, "too many ACLs");
        return _speaksOfSender ? outcomes.Select(static o => o.End is AclEnd.Deny or AclEnd.Drop ? o with { Message = o.Message with { HasPrelude = true } } : o) : outcomes;
    }

    // Exim cuts the text into lines where it stands, in memory that it has made unwritable (seen on 4.96); an expansion would have made a copy.
    private bool Crashes(EximSetting option)
    {
        if (!option.Value.TrimStart().Contains('\n', StringComparison.Ordinal) || option.Value.AsSpan().IndexOfAny('$', '\\') >= 0) return false;
        World.Findings.Add(new ConfigProblem(option.Origin, ConfigProblemKind.WillNotRun, $"{option.Name} is a text of several lines, at which Exim 4.96 crashes: every client is cut off", "Define an ACL below begin acl and name it"));
        return true;
    }

    private Choices<AclOutcome> Failing(EximSetting option, string why)
    {
        World.Findings.Add(new ConfigProblem(option.Origin, ConfigProblemKind.BadValue, $"{option.Name}: {why}", "Name one ACL"));
        World.Cover(option.Origin, $"{option.Name} = {option.Value}", Coverage.NotModelled, why);
        return Choices.Of(new AclOutcome(AclEnd.Error, EximMessage.None, option.Value, option.Origin));
    }

    private Choices<AclOutcome> Named(string name, Condition reached, Origin origin)
    {
        AclOutcome Ends(AclEnd end) => new(end, EximMessage.None, $"acl {Shorten.To(name)}", origin);
        if (_depth > Deepest) return Choices.Of(Ends(AclEnd.Error));
        IEnumerable<EximLine> lines;
        if (name.Contains(' ', StringComparison.Ordinal)) lines = AclReader.Lines(name, origin);
        else if (World.Sections.Acls.TryGetValue(name, out var acl)) (lines, origin) = (acl.Lines, acl.Origin);
        else if (name.StartsWith('/'))
        {
            var file = World.Lookups.Read(name);
            if (file.Text is not { } text)
            {
                if (file.State != ConfigFileState.Missing)
                {
                    World.Findings.Add(new ConfigProblem(origin, ConfigProblemKind.NotAtHand, $"the ACL {name} is not among the files at hand; what it says is not known", "Put a copy beside the configuration"));
                    World.Cover(origin, $"acl {name}", Coverage.NotModelled, "the file is not at hand");
                    return Choices.Of(Ends(AclEnd.Error));
                }

                World.Findings.Add(new ConfigProblem(origin, ConfigProblemKind.MissingFile, $"the ACL {name} cannot be read; Exim answers 451", "Give the file along"));
                return Choices.Of(Ends(AclEnd.Error));
            }

            lines = AclReader.Lines(text, new Origin(name, 1));
        }
        else
        {
            lines = AclReader.Lines(name, origin);
            if (!name.Contains('\n', StringComparison.Ordinal) && name is not ("accept" or "deny" or "drop" or "defer" or "discard" or "require" or "warn" or ""))
            {
                var nearest = Nearest.To(name, World.Sections.Acls.Keys);
                World.Findings.Add(new ConfigProblem(origin, ConfigProblemKind.UnknownName, $"there is no ACL {Shorten.To(name)}; Exim answers 451 to every attempt", nearest is null ? "Define it below begin acl" : $"Perhaps you meant {nearest}"));
                return Choices.Of(Ends(AclEnd.Error));
            }
        }

        if (AclReader.Read(lines, World.Findings) is not { } statements) return Choices.Of(Ends(AclEnd.Error));
        _depth++;
        var outcome = Compile(statements, reached, new AclOutcome(AclEnd.Deny, EximMessage.None, $"end of ACL {(name.Contains(' ', StringComparison.Ordinal) ? "text" : Shorten.To(name))}", origin));
        _depth--;
        return outcome;
    }

    private Choices<AclOutcome> Compile(ImmutableArray<AclStatement> statements, Condition reached, AclOutcome atEnd)
    {
        var cases = new List<Choice<AclOutcome>>();
        for (var i = 0; i < statements.Length; i++)
        {
            if (!World.Budget.Take())
            {
                World.Cover(statements[i].Origin, statements[i].Written, Coverage.NotModelled, "the ACLs enter each other too often to be followed");
                break;
            }

            var ends = Statement(statements[i], reached, isLast: i == statements.Length - 1);
            cases.AddRange(ends);
            World.Cover(statements[i].Origin, statements[i].Written, Coverage.Understood);
            // What comes after is reached where none of these held; a refusal at the top ends the session, and needs no saying.
            foreach (var (when, outcome) in ends)
                if (_depth > 1 || outcome.End is AclEnd.Accept or AclEnd.Discard) reached = Logic.And(reached, Logic.Not(when));
            if (!ends.Exists(static e => e.When is Always)) continue;
            foreach (var unreached in statements.Skip(i + 1)) World.Cover(unreached.Origin, unreached.Written, Coverage.Understood, "never reached");
            break;
        }

        return Choices.First(cases, atEnd);
    }

    private List<Choice<AclOutcome>> Statement(AclStatement statement, Condition reached, bool isLast)
    {
        var run = new StatementRun(statement, isLast);
        foreach (var element in statement.Elements)
        {
            switch (element.Name)
            {
                case "message":
                    run.Message = element;
                    break;
                case "log_message":
                    break;
                case "endpass":
                    run.IsPastEndpass = true;
                    break;
                case var name when AclElements.IsForbidden(name, context.Phase):
                    Forbidden(element);
                    run.Add(Choices.Of(AclResult.Of(Truth.Error)), this);
                    break;
                case var name when AclElements.IsMute(name):
                    run.Add(Modifier(element, Logic.And(reached, run.Going)).Select(AclResult.Of), this);
                    break;
                case var name when name.StartsWith("set ", StringComparison.Ordinal):
                    Set(element, run, reached);
                    break;
                default:
                    var result = Condition(element, Logic.And(reached, run.Going));
                    run.Add(element.IsNegated ? result.Select(static r => r.Negated()) : result, this);
                    break;
            }
        }

        run.End(this);
        return run.Ends;
    }

    /// <summary>The message of a statement at this place, over what a condition left.</summary>
    public EximMessage Message(AclElement? message, EximMessage left) =>
        message is null ? left : new EximMessage(Here.Read(message.Value, message.Origin), left, false);

    private void Forbidden(AclElement element) => World.Findings.Add(new ConfigProblem(element.Origin, ConfigProblemKind.BadValue,
        $"{element.Name} cannot be used in the ACL for {context.Phase.ToString().ToUpperInvariant()}; Exim answers 451 to every attempt that reaches it", "Move it to another ACL"));

    // A modifier has no say, unless its value does not expand.
    private Choices<Truth> Modifier(AclElement element, Condition when)
    {
        var value = Here.Read(element.Value, element.Origin);
        if (element.Name != "control" || value.Constant is not { } text) return Expands(value, element);
        if (AclControls.IsKnown(text, context.Phase))
        {
            if (AclControls.NameOf(text) == "caseful_local_part") variables.Set("local_part", when, new PartExpansion(AttemptPart.CasefulLocalPart));
            if (AclControls.NameOf(text) == "caselower_local_part") variables.Set("local_part", when, new PartExpansion(AttemptPart.LocalPart));
            return Choices.Of(Truth.Yes);
        }

        var nearest = Nearest.To(AclControls.NameOf(text), AclControls.Names);
        World.Findings.Add(new ConfigProblem(element.Origin, ConfigProblemKind.UnknownName, $"control = {Shorten.To(text)} does not exist, or not in this ACL; Exim answers 451 to every attempt that reaches it", nearest is null ? null : $"Perhaps you meant {nearest}"));
        return Choices.Of(Truth.Error);
    }

    // Yes where a string expands or is made not to, and otherwise the way it fails.
    private static Choices<Truth> Expands(Expansion value, AclElement element)
    {
        static Truth Of(Expanded text) => text.Kind is ExpandedKind.Text or ExpandedKind.Forced ? Truth.Yes : text.ToTruth();
        if (!value.MayFail || value.IsOutside) return Choices.Of(Truth.Yes);
        if (value.Fold() is { } texts) return texts.Select(Of);
        return ComputedTest.Of($"{element}", $"at {element.Origin}", element.Origin, session => Of(value.Expand(Scope.Of(session))), mayFail: true)
            .Select(static t => t == Truth.No ? Truth.Yes : t);
    }

    private void Set(AclElement element, StatementRun run, Condition reached)
    {
        var value = Here.Read(element.Value, element.Origin);
        run.Add(Expands(value, element).Select(AclResult.Of), this);
        var when = Logic.And(reached, run.Going);
        // Made to fail, the assignment is passed over.
        if (value.Fold() is { } texts && texts.Values.Any(static t => t.Kind == ExpandedKind.Forced)) when = Logic.And(when, texts.Where(static t => t.Kind != ExpandedKind.Forced));
        variables.Set(element.Name["set ".Length..], when, value);
    }
}
