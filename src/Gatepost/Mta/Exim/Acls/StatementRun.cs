using System.Collections.Immutable;
using Gatepost.Relay;

namespace Gatepost.Mta.Exim.Acls;

/// <summary>
/// One statement, condition by condition: on how many ways it is still going, what words conditions left on each, and how the ways that are no
/// longer going ended.
/// </summary>
internal sealed class StatementRun(AclStatement statement, bool isLast)
{
    private const int MostWays = 16;

    private List<(ImmutableArray<Condition> Held, EximMessage Left)> _ways = [([], EximMessage.None)];

    /// <summary>How it may end so far, with the conditions. One at most holds.</summary>
    public List<Choice<AclOutcome>> Ends { get; } = [];

    /// <summary>The last <c>message</c> seen.</summary>
    public AclElement? Message { get; set; }

    /// <summary>True behind <c>endpass</c>.</summary>
    public bool IsPastEndpass { get; set; }

    /// <summary>Holds where it is still going.</summary>
    public Condition Going => Logic.Or(_ways.Select(static w => Logic.And(w.Held)));

    /// <summary>Asks one more condition.</summary>
    public void Add(Choices<AclResult> results, AclCompiler compiler)
    {
        var going = new List<(ImmutableArray<Condition>, EximMessage)>();
        foreach (var result in results.Values.Distinct())
        {
            var condition = results.Where(r => r == result);
            if (Logic.IsNever(condition)) continue;
            foreach (var (held, left) in _ways)
            {
                ImmutableArray<Condition> now = condition is Relay.Conditions.Always ? held : [.. held, condition];
                var words = statement.Verb == AclVerb.Warn ? left : result.Left ?? left;
                if (result is { Truth: Truth.Yes, Special: null }) going.Add((now, words));
                else Stop(now, result, words, compiler);
            }
        }

        // Words that are not told apart any more are not known any more.
        _ways = going.Count <= MostWays ? going : [([Logic.Or(going.Select(static w => Logic.And(w.Item1)))], EximMessage.Unknown)];
    }

    /// <summary>All conditions held.</summary>
    public void End(AclCompiler compiler)
    {
        foreach (var (held, left) in _ways)
        {
            var condition = Logic.And(held);
            switch (statement.Verb)
            {
                case AclVerb.Accept:
                    Finish(condition, AclEnd.Accept, AcceptedWith(compiler));
                    break;
                case AclVerb.Discard:
                    Finish(condition, AclEnd.Discard, AcceptedWith(compiler));
                    break;
                case AclVerb.Deny:
                    Finish(condition, AclEnd.Deny, compiler.Message(Message, left));
                    break;
                case AclVerb.Drop:
                    Finish(condition, AclEnd.Drop, compiler.Message(Message, left));
                    break;
                case AclVerb.Defer:
                    Finish(condition, AclEnd.Defer, compiler.Message(Message, left), shows: true);
                    break;
            }
        }
    }

    // The message of an acceptance is for the statement that asked a nested ACL; behind endpass it is for refusals only.
    private EximMessage AcceptedWith(AclCompiler compiler) => IsPastEndpass ? EximMessage.None : compiler.Message(Message, EximMessage.None);

    private void Stop(ImmutableArray<Condition> held, AclResult result, EximMessage left, AclCompiler compiler)
    {
        var condition = Logic.And(held);
        var refuses = statement.Verb == AclVerb.Require || (statement.Verb is AclVerb.Accept or AclVerb.Discard && IsPastEndpass);
        switch (result)
        {
            case { Special: AclEnd.Discard }:
                Finish(condition, statement.Verb is AclVerb.Accept or AclVerb.Discard ? AclEnd.Discard : AclEnd.Error, EximMessage.None);
                break;
            case { Special: AclEnd.Drop } when refuses:
                Finish(condition, AclEnd.Drop, compiler.Message(Message, left));
                break;
            case { Truth: Truth.No } when refuses:
                Finish(condition, AclEnd.Deny, compiler.Message(Message, left));
                break;
            // The words of a last statement that did not accept are those of the end of the ACL.
            case { Truth: Truth.No } when isLast && statement.Verb is AclVerb.Accept or AclVerb.Discard && (Message is not null || left != EximMessage.None):
                Finish(condition, AclEnd.Deny, compiler.Message(Message, left));
                break;
            case { Truth: Truth.No } when isLast && statement.Verb is not AclVerb.Warn && left != EximMessage.None:
                Finish(condition, AclEnd.Deny, left);
                break;
            case { Truth: Truth.Error }:
                Finish(condition, AclEnd.Error, EximMessage.None);
                break;
            case { Truth: Truth.Panic }:
                Finish(condition, AclEnd.Panic, EximMessage.None);
                break;
            case { Truth: Truth.Defer } when statement.Verb != AclVerb.Warn:
                Finish(condition, AclEnd.Defer, left, result.ShowsMessage);
                break;
        }
    }

    private void Finish(Condition when, AclEnd end, EximMessage message, bool shows = false) =>
        Ends.Add(new Choice<AclOutcome>(when, new AclOutcome(end, message, statement.Written, statement.Origin) { ShowsMessage = shows }));
}
