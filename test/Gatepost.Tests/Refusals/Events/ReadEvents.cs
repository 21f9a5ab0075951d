using System.Text;
using Gatepost.Refusals;
using Gatepost.Refusals.Events;

namespace Gatepost.Tests.Refusals.Events;

/// <summary>Reads webhook bodies the way a document is read: only if they are recognised.</summary>
internal static class ReadEvents
{
    private static readonly EventsReader Reader = new();

    public static ReadOutcome All(string body)
    {
        var document = new Document("body", Encoding.UTF8.GetBytes(body));
        Assert.True(Reader.Recognise(document) > 50, "not recognised");
        return Reader.Read(document, ReadLimits.Default);
    }

    public static Refusal One(string body) => Assert.Single(All(body).Refusals);

    /// <summary>What matters most of a refusal on one line, for tables.</summary>
    public static string Line(Refusal r) =>
        string.Join(" | ", r.Format, r.Kind, r.Recipient ?? "-", r.Reply.Code?.ToString() ?? "-", r.Reply.Enhanced?.ToString() ?? "-", r.Reply.Text, r.Explanation ?? "-");
}
