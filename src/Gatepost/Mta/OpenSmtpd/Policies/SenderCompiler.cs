using System.Collections.Immutable;
using Gatepost.Mta.OpenSmtpd.Conditions;
using Gatepost.Mta.OpenSmtpd.Model;
using Gatepost.Mta.OpenSmtpd.Tables;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.OpenSmtpd.Policies;

/// <summary>The <c>senders</c> of a listener: whoever logged in may only use the senders that stand beside the login.</summary>
internal static class SenderCompiler
{
    /// <summary>The rules; none where the listener has no such table.</summary>
    public static RuleList Compile(SmtpdListen listen, char delimiter)
    {
        if (listen.Senders is not { } table) return new RuleList("senders", [], listen.Origin);
        var login = new HasLogin();
        if (table.Source is { } source)
            return new RuleList("senders", [new Rule($"senders {table.Name}", new AllOf([login, new Opaque(source, "login and sender", 1, table.Origin) { MayFail = true }]),
                [SmtpdReplies.SenderRejected], table.Origin) { OnFault = SmtpdReplies.SenderUnknownForNow }], listen.Origin);
        var rules = ImmutableArray.CreateBuilder<Rule>();
        rules.Add(Rule.Of($"senders {table.Name}", new AllOf([login, new Not(new KeyIn(SmtpdSubject.Login, new ExactKeys(table.Entries), table.Name))]), SmtpdReplies.SenderRejected, table.Origin));
        foreach (var entry in table.Entries)
        {
            var user = new KeyIn(SmtpdSubject.Login, new ExactKeys([entry]), entry.Key);
            if (Senders(entry) is not { } senders)
                rules.Add(Rule.Of($"senders of {entry.Key}", user, SmtpdReplies.SenderUnknownForNow, entry.Origin));
            else
                rules.Add(Rule.Of($"senders of {entry.Key}", new AllOf([user, new Not(new KeyIn(SmtpdSubject.Sender, new MailKeys(senders, delimiter), $"the senders of {entry.Key}"))]), SmtpdReplies.SenderRejected, entry.Origin));
        }

        return new RuleList("senders", rules.ToImmutable(), listen.Origin);
    }

    // Addresses with commas between them; null where a quote does not end.
    private static List<SmtpdEntry>? Senders(SmtpdEntry entry)
    {
        var senders = new List<SmtpdEntry>();
        foreach (var part in AliasTarget.Split(entry.Value ?? "") ?? [null])
        {
            if (part is null) return null;
            var address = AsciiText.Lower(part.Trim());
            if (address.Length > 0 && senders.TrueForAll(s => s.Key != address)) senders.Add(new SmtpdEntry(address, null, entry.Origin));
        }

        return senders;
    }
}
