using System.Collections.Frozen;
using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Conditions;

/// <summary>The recipient's local part, without its tag, is a user: 1 where it is, 2 where the user's entry cannot be read.</summary>
internal sealed class UserIn(FrozenDictionary<string, bool> users, char delimiter, string table) : Leaf
{
    private readonly FrozenDictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> _spans = users.GetAlternateLookup<ReadOnlySpan<char>>();

    public override int Answers => 2;

    public override Dimension Dimension => Dimension.Recipient;

    public override void Mark(Landmarks landmarks)
    {
        landmarks.Delimiters(delimiter.ToString());
        foreach (var user in users.Keys) landmarks.LocalPart(user);
    }

    public override Answer Ask(Session session)
    {
        var user = session.Recipient.LocalPart.AsSpan();
        if (user.IndexOf(delimiter) is >= 0 and var cut) user = user[..cut];
        return _spans.TryGetValue(user, out var isReadable) ? new Answer(isReadable ? 1 : 2) { Key = user.ToString() } : Answer.No;
    }

    public override string ToString() => $"recipient is a user of {table}";
}
