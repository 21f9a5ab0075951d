using System.Globalization;
using System.Net;
using System.Text;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Tests.Relay.Proof.Support;

/// <summary>
/// Writes the question whether a plain policy relays for strangers in SMT-LIB 2, with clients as bit vectors and domains as strings: another way to the same answer, by another's program.
/// </summary>
internal sealed class SmtPolicy
{
    // How a list ends; an answer of a rule that leaves it is Left until the list is over.
    private const int On = 0, Permit = 1, PermitStage = 2, Accept = 3, Discard = 4, Refuse = 5, Left = 6;

    private readonly StringBuilder _text = new();
    private readonly Dictionary<Condition, string> _conditions = new(ReferenceEqualityComparer.Instance);
    private readonly RelayPolicy _policy;
    private int _count;

    private SmtPolicy(RelayPolicy policy) => _policy = policy;

    /// <summary>The question, in a frame of its own; satisfiable where the policy is open.</summary>
    public static string OpenRelay(RelayPolicy policy) => new SmtPolicy(policy).Write();

    private string Write()
    {
        _text.AppendLine("""
            (push)
            (declare-const v6 Bool)
            (declare-const c4 (_ BitVec 32))
            (declare-const c6 (_ BitVec 128))
            (declare-const tls Bool)
            (declare-const anonymous Bool)
            (declare-const hasHelo Bool)
            (declare-const helo String)
            (declare-const domain String)
            (define-fun name () (RegLan) (re.++ (re.+ (re.union (re.range "a" "z") (re.range "0" "9"))) (re.* (re.++ (str.to_re ".") (re.+ (re.union (re.range "a" "z") (re.range "0" "9")))))))
            (assert (str.in_re domain name))
            (assert (=> hasHelo (str.in_re helo name)))
            """);
        foreach (var trusted in Strangers().Select(In)) _text.Append("(assert (not ").Append(trusted).AppendLine("))");
        var pending = "false";
        var flow = On.ToString(CultureInfo.InvariantCulture);
        foreach (var stage in _policy.Stages) (flow, pending) = Stage(stage, flow, pending);
        var (last, after) = Following(_policy.Otherwise, pending, false);
        flow = Define("Int", $"(ite (>= {flow} {Accept}) {flow} {last})");
        pending = Define("Bool", $"(ite (>= {flow} {Accept}) {pending} {after})");
        // What was discarded is not relayed.
        var accepted = $"(and (not (= {flow} {Refuse})) (not (= {flow} {Discard})) (not {pending}))";
        var @class = Answer(_policy.Classes);
        _text.Append($"(assert (and {accepted} (or (<= {@class} 0) (and (= {@class} {(int)AddressClass.RelayDomain}) (not {Named()})))))").AppendLine("(check-sat)").AppendLine("(pop)");
        return _text.ToString();
    }

    private static IEnumerable<IPNetwork> Strangers() =>
        new[] { "127.0.0.0/8", "::1/128", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "100.64.0.0/10", "fc00::/7", "fe80::/10", "0.0.0.0/8", "224.0.0.0/4", "255.255.255.255/32", "::/128", "ff00::/8" }
            .Select(static n => IPNetwork.Parse(n));

    // A domain is known by its own name, or by a parent's that has two labels.
    private string Named()
    {
        var keys = ((FirstOf)_policy.Classes).Cases.SelectMany(static c => ((TableLeaf)c.When).Keys.Keys).Select(static k => k.TrimStart('=', '.')).Distinct();
        return Or(keys.SelectMany(static k => (k.Contains('.', StringComparison.Ordinal) || k is "localhost" or "localdomain" or "local" or "internal" or "lan") ? new[] { $"(= domain \"{k}\")", $"(str.suffixof \".{k}\" domain)" } : [$"(= domain \"{k}\")"]));
    }

    private (string Flow, string Pending) Stage(Stage stage, string flow, string pending)
    {
        foreach (var list in stage.Lists)
        {
            var (own, after) = List(list, pending, false);
            var isOver = $"(>= {flow} {PermitStage})";
            pending = Define("Bool", $"(ite {isOver} {pending} {after})");
            flow = Define("Int", $"(ite {isOver} {flow} {own})");
        }

        // A content stage leads to the next one.
        return (Define("Int", $"(ite (>= {flow} {Accept}) {flow} {On})"), pending);
    }

    private (string Flow, string Pending) List(RuleList list, string pending, bool warnsOnly)
    {
        var flow = "0";
        foreach (var rule in list.Rules)
        {
            var answer = Answer(rule.When);
            var (onFault, faultPending) = rule.OnFault is { } fault ? Following(fault, pending, warnsOnly || rule.WarnsOnly) : ("0", pending);
            var next = $"(ite (= {answer} -1) {onFault} 0)";
            var nextPending = $"(ite (= {answer} -1) {faultPending} {pending})";
            for (var i = 0; i < rule.Cases.Length; i++)
            {
                var (own, after) = Following(rule.Cases[i], pending, warnsOnly || rule.WarnsOnly);
                next = $"(ite (= {answer} {i + 1}) {own} {next})";
                nextPending = $"(ite (= {answer} {i + 1}) {after} {nextPending})";
            }

            pending = Define("Bool", $"(ite (= {flow} {On}) {nextPending} {pending})");
            flow = Define("Int", $"(ite (= {flow} {On}) {next} {flow})");
        }

        return (Define("Int", $"(ite (= {flow} {Left}) {On} {flow})"), pending);
    }

    private (string Flow, string Pending) Following(Verdict verdict, string pending, bool warnsOnly) => verdict switch
    {
        Verdict.Permit => (N(Permit), pending),
        Verdict.PermitStage => (N(PermitStage), pending),
        Verdict.Leave => (N(Left), pending),
        Verdict.Accept { Discards: true } => (N(Discard), "false"),
        Verdict.Accept => (N(Accept), pending),
        Verdict.Refuse => (N(warnsOnly ? On : Refuse), pending),
        Verdict.Enter enter => List(enter.List, pending, warnsOnly),
        Verdict.DeferIfPermit => (N(On), "true"),
        _ => (N(On), pending),
    };

    private string Answer(Condition condition)
    {
        if (_conditions.TryGetValue(condition, out var known)) return known;
        var made = Define("Int", condition switch
        {
            Always => "1",
            Not not => $"(ite (= {Answer(not.Of)} 0) 1 (ite (> {Answer(not.Of)} 0) 0 {Answer(not.Of)}))",
            AllOf all => all.Of.Reverse().Aggregate("1", (rest, c) => $"(ite (> {Answer(c)} 0) {rest} {Answer(c)})"),
            AnyOf any => any.Of.Reverse().Aggregate("0", (rest, c) => $"(ite (> {Answer(c)} 0) 1 (ite (= {Answer(c)} 0) {rest} {Answer(c)}))"),
            FirstOf first => first.Cases.Reverse().Aggregate("0", (rest, c) => $"(ite (> {Answer(c.When)} 0) {c.Value} (ite (= {Answer(c.When)} 0) {rest} {Answer(c.When)}))"),
            ClassIs one => $"(ite (< {Answer(one.Classes)} 0) {Answer(one.Classes)} (ite {Or(Enum.GetValues<AddressClass>().Where(one.Includes).Select(c => $"(= {Answer(one.Classes)} {(int)c})"))} 1 0))",
            ClientIn client => client.Entries.Reverse().Aggregate("0", static (rest, e) => $"(ite {In(e.Network)} {e.Answer} {rest})"),
            HasLogin login => login.ToString() == "logged in" ? "0" : "(ite anonymous 1 0)",
            HasTls => "(ite tls 1 0)",
            TableLeaf { Dimension: Dimension.Helo } table => $"(ite hasHelo {Table(table, "helo")} 0)",
            TableLeaf table => Table(table, "domain"),
            _ => throw new InvalidOperationException($"{condition} is not plain."),
        });
        return _conditions[condition] = made;
    }

    // The domain itself comes first, then its parents from the longest; at each the more special form of a key.
    private static string Table(TableLeaf table, string text)
    {
        var answer = "0";
        foreach (var domain in table.Keys.Keys.Select(static k => k.TrimStart('=', '.')).Distinct().OrderBy(static d => d.Length))
        {
            int? plain = table.Keys.TryGetValue(domain, out var value) ? value : null;
            int? below = table.Keys.TryGetValue("." + domain, out value) ? value : plain;
            int? exact = table.Keys.TryGetValue("=" + domain, out value) ? value : plain;
            if (below is not null) answer = $"(ite (str.suffixof \".{domain}\" {text}) {below} {answer})";
            if (exact is not null) answer = $"(ite (= {text} \"{domain}\") {exact} {answer})";
        }

        return answer;
    }

    private static string In(IPNetwork network)
    {
        var key = AddressKey.Of(network.BaseAddress);
        var (variable, family) = key.IsV6 ? ("c6", "v6") : ("c4", "(not v6)");
        if (network.PrefixLength == 0) return family;
        var bits = Convert.ToHexString(network.BaseAddress.GetAddressBytes());
        var low = key.Width - network.PrefixLength;
        return $"(and {family} (= ((_ extract {key.Width - 1} {low}) {variable}) ((_ extract {key.Width - 1} {low}) #x{bits})))";
    }

    private string Define(string type, string body)
    {
        var name = $"f{_count++}";
        _text.AppendLine($"(define-fun {name} () {type} {body.Replace(" -1", " (- 1)", StringComparison.Ordinal)})");
        return name;
    }

    private static string N(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Or(IEnumerable<string> of) => of.ToList() is { Count: > 0 } all ? $"(or false {string.Join(' ', all)})" : "false";
}
