using System.Collections.Immutable;
using Gatepost.Mta.Postfix.Matching;
using Gatepost.Mta.Postfix.Policy;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Postfix.Restrictions;

/// <summary>Makes rules of restriction lists, as Postfix's generic_checks goes through them.</summary>
internal sealed class RestrictionCompiler(PostfixParts parts)
{
    private const string WarnIfReject = "warn_if_reject";
    private const int DeepestEntry = 24;
    private const int MostRules = 200_000;

    private readonly HashSet<string> _classes = new(ListTokens.Split(parts.Server.Get("smtpd_restriction_classes").Value), StringComparer.Ordinal);
    private int _rules;

    public PostfixParts Parts { get; } = parts;

    /// <summary>The names of restriction classes.</summary>
    public IEnumerable<string> Classes => _classes;

    /// <summary>Tables in restrictions that the SMTP server cannot start with.</summary>
    public HashSet<PostfixTable> Fatal { get; } = [];

    /// <summary>The rules of a parameter's list.</summary>
    public RuleList Compile(ListContext context) => Compile(Parts.Server.Get(context.List), new Scope(context));

    /// <summary>The rules of a list.</summary>
    public RuleList Compile(Setting list, Scope scope)
    {
        ImmutableArray<string> tokens = [.. ListTokens.Split(list.Value)];
        var rules = ImmutableArray.CreateBuilder<Rule>();
        var warns = scope.Warns;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Equals(WarnIfReject, StringComparison.OrdinalIgnoreCase))
            {
                warns = true;
                continue;
            }

            var restriction = new Restriction(this, scope with { Warns = warns }, list, tokens, i, rules);
            var before = rules.Count;
            if (_rules++ < MostRules) Compile(restriction);
            else Parts.Report.Cover(restriction.Origin, list.Name, Coverage.NotModelled, "there are more restrictions than are read");
            // What is passed over still counts as asked: with both a defer_if_permit and a defer_if_reject waiting a list ends after its first restriction.
            if (rules.Count == before) restriction.Add(Always.Instance, Verdict.Next.Instance);
            i = restriction.End;
            warns = scope.Warns;
        }

        return new RuleList(list.Name, rules.ToImmutable(), list.Origin);
    }

    /// <summary>A restriction class as a verdict; the mistake where it enters itself.</summary>
    public Verdict EnterClass(string name, Restriction from, Scope scope)
    {
        if (scope.Entered.Contains(name) || scope.Entered.Count > DeepestEntry)
        {
            Parts.Report.Problem(from.Origin, ConfigProblemKind.WillNotRun, $"the restriction class {name} enters itself; the SMTP server dies on it and the connection is closed", $"take {name} out of what it leads to");
            return new Verdict.Refuse(null);
        }

        return new Verdict.Enter(Compile(Parts.Server.Get(name), scope with { Entered = scope.Entered.Add(name) }));
    }

    /// <summary>
    /// True where a list has one of the restrictions without which the SMTP server does not start: it is looked for in classes too, not behind a plain
    /// permit, and what follows warn_if_reject does not count.
    /// </summary>
    public bool HasRequired(string list) => HasRequired(list, 0);

    private bool HasRequired(string list, int depth)
    {
        if (depth > DeepestEntry) return false;
        ImmutableArray<string> tokens = [.. ListTokens.Split(Parts.Server.Get(list).Value)];
        for (var i = 0; i < tokens.Length; i++)
        {
            var token = tokens[i].ToLowerInvariant();
            if (token == WarnIfReject && i + 1 < tokens.Length) i++;
            else if (token == "permit") return false;
            else if (token is "reject_unauth_destination" or "defer_unauth_destination" or "reject" or "defer" or "defer_if_permit") return true;
            else if (token == "check_relay_domains" && Parts.Server.Version < 309) return true;
            else if (_classes.Contains(tokens[i]) && HasRequired(tokens[i], depth + 1)) return true;
        }

        return false;
    }

    private void Compile(Restriction restriction)
    {
        if (AllRestrictions.Find(restriction.Name) is { } make)
        {
            make(restriction);
            return;
        }

        // Postfix looks classes up by the name as written.
        if (_classes.Contains(restriction.Text)) restriction.Add(Always.Instance, EnterClass(restriction.Text, restriction, restriction.Scope));
        else restriction.Mistake(ConfigProblemKind.UnknownName, $"Postfix knows no restriction {restriction.Text}; whoever reaches it gets 451 4.3.5 Server configuration error",
            AllRestrictions.Nearest(restriction.Name) is { } near ? $"write {near}" : "take it out, or name it in smtpd_restriction_classes");
    }
}
