using System.Collections.Immutable;
using System.Globalization;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;
using Gatepost.Smtp;

namespace Gatepost.Mta.Exchange;

/// <summary>
/// Receive connectors. All connectors of a binding share it: of those whose address ranges hold the client the one with the smallest range takes the session. One policy for each binding.
/// </summary>
internal sealed class ReceiveConnectors(ExchangeExports exports, ExchangeDomains domains, List<ConfigProblem> problems, List<CoverageLine> coverage)
{
    private const string AcceptAnyRecipient = "ms-Exch-SMTP-Accept-Any-Recipient";

    private readonly HasLogin _login = new();

    /// <summary>The policies, in the order of the connectors.</summary>
    public IEnumerable<RelayPolicy> Policies()
    {
        var enabled = exports.Of(ExchangeExportKind.ReceiveConnector).Where(static c => c.Flag("Enabled", otherwise: true)).ToList();
        foreach (var connector in enabled) Cover(connector);
        return enabled.SelectMany(static c => c.List("Bindings").DefaultIfEmpty("0.0.0.0:25").Select(b => (Binding: b, Connector: c)))
            .GroupBy(static b => (b.Binding, Server: b.Connector.Text("Server")), static b => b.Connector)
            .Select(g => Policy(g.Key.Binding, [.. g]));
    }

    private RelayPolicy Policy(string binding, ImmutableArray<ExchangeRecord> connectors)
    {
        var client = Clients(connectors);
        var names = string.Join(", ", connectors.Select(static c => c.Text("Name")));
        var colon = binding.LastIndexOf(':');
        int? port = int.TryParse(binding.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return new RelayPolicy
        {
            Listener = new Listener(connectors.Length == 1 ? names : binding, connectors[0].Origin)
            {
                Port = port,
                Address = colon > 0 && binding[..colon] is not ("0.0.0.0" or "[::]") ? binding[..colon] : null,
                IsInternal = binding.StartsWith("127.", StringComparison.Ordinal),
                OffersLogin = connectors.Any(TakesLogins),
                IsSubmission = port is 587 or 465,
                DemandsTls = connectors.All(static c => c.Flag("RequireTLS")),
            },
            Addressing = new ExchangeAddressing(),
            Classes = domains.Classes,
            Otherwise = ExchangeReplies.UnableToRelay,
            Stages =
            [
                new Stage(SmtpPhase.Connect, [Chosen("no connector", client, connectors, static (_, c) => new RuleList(c.Text("Name"), [], c.Origin), ExchangeReplies.NoConnector)]),
                new Stage(SmtpPhase.Auth, [Chosen("login", client, connectors, static (me, c) => me.Logins(c))]),
                new Stage(SmtpPhase.Mail, [Chosen("mail", client, connectors, static (me, c) => me.Mail(c))]),
                new Stage(SmtpPhase.Rcpt, [Chosen("recipient", client, connectors, static (me, c) => me.Recipient(c))]),
            ],
        };
    }

    // The rules of the connector that takes the session.
    private RuleList Chosen(string name, ClientIn client, ImmutableArray<ExchangeRecord> connectors, Func<ReceiveConnectors, ExchangeRecord, RuleList> of, Verdict? otherwise = null)
    {
        var rules = ImmutableArray.Create(new Rule("RemoteIPRanges", client, [.. connectors.Select(c => new Verdict.Enter(of(this, c)))], connectors[0].Origin));
        if (otherwise is not null) rules = rules.Add(Rule.Of("no connector", new Not(client), otherwise, connectors[0].Origin));
        return new RuleList(name, rules, connectors[0].Origin);
    }

    private ClientIn Clients(ImmutableArray<ExchangeRecord> connectors)
    {
        var ranges = new List<(ExchangeRange Range, int Connector, string Text)>();
        for (var i = 0; i < connectors.Length; i++)
            foreach (var text in connectors[i].List("RemoteIPRanges"))
            {
                if (ExchangeRange.Read(text) is { } range) ranges.Add((range, i + 1, text));
                else problems.Add(new ConfigProblem(connectors[i].Origin, ConfigProblemKind.BadValue, $"{text} is no range of addresses", null));
            }

        return new ClientIn("RemoteIPRanges", [.. ranges.OrderBy(static r => r.Range.Size).SelectMany(r => r.Range.Networks().Select(n => new NetworkEntry(n, r.Connector, r.Text, connectors[r.Connector - 1].Origin)))]);
    }

    private RuleList Logins(ExchangeRecord connector) => TakesLogins(connector)
        ? new RuleList("AuthMechanism", connector.Includes("AuthMechanism", "BasicAuthRequireTLS") && !connector.Includes("AuthMechanism", "Integrated")
            ? [Rule.Of("BasicAuthRequireTLS", new AllOf([_login, new Not(new HasTls())]), ExchangeReplies.NoLogin, connector.Origin)] : [], connector.Origin)
        : new RuleList("AuthMechanism", [Rule.Of("no login here", _login, ExchangeReplies.NoLogin, connector.Origin)], connector.Origin);

    private RuleList Mail(ExchangeRecord connector)
    {
        var rules = ImmutableArray.CreateBuilder<Rule>();
        if (connector.Flag("RequireTLS")) rules.Add(Rule.Of("RequireTLS", new Not(new HasTls()), ExchangeReplies.MustStartTls, connector.Origin));
        if (!IsTrusted(connector) && !connector.Includes("PermissionGroups", "AnonymousUsers"))
            rules.Add(Rule.Of("PermissionGroups without AnonymousUsers", new Not(_login), ExchangeReplies.NotAuthenticated, connector.Origin));
        if (!IsTrusted(connector))
            rules.Add(Rule.Of("SendAs", new AllOf([_login, new Opaque("Send As permission", "login and sender", 1, connector.Origin)]), ExchangeReplies.SendAsDenied, connector.Origin));
        return new RuleList("MAIL FROM", rules.ToImmutable(), connector.Origin);
    }

    private RuleList Recipient(ExchangeRecord connector)
    {
        var rules = ImmutableArray.CreateBuilder<Rule>();
        var name = connector.Text("Name");
        if (IsTrusted(connector)) rules.Add(Rule.Of("ExternalAuthoritative", Always.Instance, ExchangeReplies.Accept, connector.Origin));
        if (connector.Includes("PermissionGroups", "AnonymousUsers") && AnonymousRelays(connector) is { } granted)
            rules.Add(Rule.Of($"{AcceptAnyRecipient} for anonymous at {name}", Always.Instance, ExchangeReplies.Accept, granted));
        if (connector.Includes("PermissionGroups", "ExchangeUsers")) rules.Add(Rule.Of("ExchangeUsers", _login, ExchangeReplies.Accept, connector.Origin));
        var known = new Opaque("recipient lookup (RecipientValidation)", "recipient", 1, connector.Origin);
        rules.Add(Rule.Of("unknown recipient", new AllOf([new ClassIs(domains.Classes, AddressClass.Local), known]), ExchangeReplies.UnknownRecipient, connector.Origin));
        rules.Add(Rule.Of("accepted domain", new ClassIs(domains.Classes, AddressClass.Local, AddressClass.RelayDomain), ExchangeReplies.Accept, connector.Origin));
        if (domains.TakesAny is { } any) rules.Add(Rule.Of("accepted domain *", Always.Instance, ExchangeReplies.Accept, any));
        return new RuleList($"RCPT TO at {name}", rules.ToImmutable(), connector.Origin);
    }

    private static bool IsTrusted(ExchangeRecord connector) => connector.Includes("AuthMechanism", "ExternalAuthoritative") && connector.Includes("PermissionGroups", "ExchangeServers");

    private static bool TakesLogins(ExchangeRecord connector) =>
        connector.Includes("AuthMechanism", "BasicAuth") || connector.Includes("AuthMechanism", "BasicAuthRequireTLS") || connector.Includes("AuthMechanism", "Integrated");

    // A denial beats a grant.
    private Origin? AnonymousRelays(ExchangeRecord connector)
    {
        var rights = exports.Of(ExchangeExportKind.Permission).Where(p => IsAnonymous(p.Text("User")) && Names(p, connector) && p.Values["ExtendedRights"].Any(static r => r.Contains(AcceptAnyRecipient, StringComparison.OrdinalIgnoreCase))).ToList();
        return rights.Exists(static p => p.Flag("Deny")) ? null : rights.FirstOrDefault()?.Origin;
    }

    private static bool IsAnonymous(string user) => user.EndsWith("ANONYMOUS LOGON", StringComparison.OrdinalIgnoreCase) || user == "S-1-5-7" || user.EndsWith("ANONYMOUS-ANMELDUNG", StringComparison.OrdinalIgnoreCase);

    private static bool Names(ExchangeRecord permission, ExchangeRecord connector)
    {
        var identity = permission.Text("Identity");
        var name = connector.Text("Name");
        return identity.Length == 0 || identity.Equals(name, StringComparison.OrdinalIgnoreCase) || identity.Equals(connector.Text("Identity"), StringComparison.OrdinalIgnoreCase)
            || identity.EndsWith("\\" + name, StringComparison.OrdinalIgnoreCase) || identity.EndsWith("/" + name, StringComparison.OrdinalIgnoreCase);
    }

    private void Cover(ExchangeRecord connector)
    {
        foreach (var setting in (string[])["RemoteIPRanges", "Bindings", "PermissionGroups", "AuthMechanism", "RequireTLS"])
        {
            var text = $"{connector.Text("Name")}: {setting} = {string.Join(", ", connector.List(setting))}";
            var isNumber = setting is "PermissionGroups" or "AuthMechanism" && connector.List(setting) is [var only] && int.TryParse(only, NumberStyles.None, CultureInfo.InvariantCulture, out _);
            if (isNumber) problems.Add(new ConfigProblem(connector.Origin, ConfigProblemKind.BadValue, $"{setting} is a number, whose meaning the export does not say", "export with ConvertTo-Json -EnumsAsStrings"));
            var isUnknown = isNumber || (setting == "PermissionGroups" && connector.Includes(setting, "Custom") && exports.Of(ExchangeExportKind.Permission).Count == 0) || (setting is not "RequireTLS" && connector.List(setting).Count == 0);
            coverage.Add(new CoverageLine(connector.Origin, text, isUnknown ? Coverage.NotModelled : Coverage.Understood, isUnknown ? "export Get-ADPermission too, with names for values" : "by the documentation"));
        }

        if (exports.Of(ExchangeExportKind.Permission).Count == 0)
            coverage.Add(new CoverageLine(connector.Origin, $"{connector.Text("Name")}: permissions", connector.Includes("PermissionGroups", "AnonymousUsers") ? Coverage.NotModelled : Coverage.Understood, "anonymous clients may hold more rights than the group gives: export Get-ADPermission"));
        if (IsTrusted(connector))
            problems.Add(new ConfigProblem(connector.Origin, ConfigProblemKind.Risky, $"{connector.Text("Name")} trusts every client in its ranges (ExternalAuthoritative): they may send anywhere as anybody", "keep its ranges to single addresses of servers that check their senders"));
    }
}
