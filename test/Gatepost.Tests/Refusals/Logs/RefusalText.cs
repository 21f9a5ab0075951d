using System.Globalization;
using Gatepost.Refusals;

namespace Gatepost.Tests.Refusals.Logs;

/// <summary>A refusal as one line of <c>name=value</c>, with only what is known, for comparing and for reading test tables.</summary>
internal static class RefusalText
{
    public static string Show(Refusal? refusal)
    {
        if (refusal is null) return "nothing";
        var parts = new List<string> { refusal.Kind.ToString(), $"[{refusal.Reply.Code}|{refusal.Reply.Enhanced}|{refusal.Reply.Text}]" };
        Add("dsn", refusal.ReportedStatus?.ToString());
        Add("to", refusal.Recipient);
        Add("orig", refusal.OriginalRecipient);
        Add("from", refusal.Sender);
        Add("at", refusal.Phase == default ? null : refusal.Phase.ToString());
        Add("remote", refusal.RemoteMta);
        Add("ip", refusal.RemoteAddress);
        Add("port", refusal.RemotePort?.ToString(CultureInfo.InvariantCulture));
        Add("by", refusal.RefusedByReporter ? "self" : null);
        Add("client", refusal.ClientName);
        Add("clientip", refusal.ClientAddress);
        Add("helo", refusal.Helo);
        Add("login", refusal.Login);
        Add("auth", refusal.Auth == default ? null : refusal.Auth.ToString());
        Add("why", refusal.Explanation);
        return string.Join(' ', parts);

        void Add(string name, string? value)
        {
            if (value is not null) parts.Add($"{name}={value}");
        }
    }

    /// <summary>Everything, also where it stands, its time, host and queue id.</summary>
    public static string ShowAll(Refusal refusal) =>
        $"{refusal.Source} +{refusal.Source.Length} {refusal.Time:O} {refusal.ReportingMta} {refusal.QueueId} {Show(refusal)} {string.Join('/', refusal.Notes)}";
}
