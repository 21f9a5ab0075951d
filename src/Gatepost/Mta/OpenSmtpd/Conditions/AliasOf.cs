using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Gatepost.Mta.OpenSmtpd.Policies;
using Gatepost.Mta.OpenSmtpd.Tables;
using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Conditions;

/// <summary>The recipient has an alias; the answer says what becomes of it.</summary>
/// <param name="table">The aliases.</param>
/// <param name="isVirtual">True where the domain is looked at too.</param>
/// <param name="delimiter">The character that begins a tag.</param>
/// <param name="outcomes">The answer for each key.</param>
/// <param name="answers">The largest answer.</param>
internal sealed class AliasOf(AliasTable table, bool isVirtual, char delimiter, FrozenDictionary<string, int> outcomes, int answers) : Leaf
{
    public override int Answers { get; } = Math.Max(1, answers);

    public override Dimension Dimension => Dimension.Recipient;

    public override void Mark(Landmarks landmarks)
    {
        landmarks.Delimiters(delimiter.ToString());
        foreach (var key in outcomes.Keys)
        {
            var (user, domain) = MailKeys.Split(key);
            if (user.Length > 0) landmarks.LocalPart(user);
            if (isVirtual && domain.Length > 0) landmarks.Domain(domain);
            if (isVirtual && user.Length > 0 && domain.Length > 0) landmarks.Text(key);
        }

        // A delimiter at the end of a local part is no tag.
        landmarks.Pattern("^[^" + Regex.Escape(delimiter.ToString()) + "]*" + Regex.Escape(delimiter.ToString()) + "$", false, PatternSubject.LocalPart);
    }

    public override Answer Ask(Session session)
    {
        var found = isVirtual ? table.Find(session.Recipient.LocalPart, session.Recipient.Domain) : table.Find(session.Recipient.LocalPart);
        return found is null ? Answer.No : new Answer(outcomes[found.Key]) { At = found.Origin, Key = found.Key };
    }

    public override string ToString() => $"recipient in {table.Table.Name}";
}
