using System.Text.RegularExpressions;
using Gatepost.Refusals;

namespace Gatepost.Tests.Refusals.Events;

/// <summary>The payloads of real webhooks beside the checkout, written as Python literals.</summary>
public sealed partial class SharedEventsTests
{
    private static readonly string[] Payloads = ["raw_sns_message", "raw_events", "raw_event", "payload"];

    [GeneratedRegex(@"event\.recipient,\s*""([^""]+)""")]
    private static partial Regex Recipient { get; }

    [GeneratedRegex(@"event\.event_type, ""(\w+)""")]
    private static partial Regex EventType { get; }

    [GeneratedRegex(@"(?<![\d.-])([45]\d\d)[ -][45]\.\d\.\d")]
    private static partial Regex Quoted { get; }

    [Fact]
    public void Every_payload_that_is_a_refusal_is_read_with_recipient_and_code()
    {
        var folder = SharedCorpus.Find("logs/esp-webhooks");
        Assert.SkipWhen(folder is null, "the shared corpus is not here");
        var read = 0;
        var wrong = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        foreach (var section in File.ReadAllText(file).Split("\n## ")[1..])
        {
            var values = new PythonLiterals(section).ReadAll().Assignments;
            if (Payloads.FirstOrDefault(values.ContainsKey) is not { } name || values[name].Length < 3) continue;
            read++;
            var where = $"{Path.GetFileName(file)} {section.Split('\n')[0]}";
            if (Check(values[name], section) is { } problem) wrong.Add($"{where}: {problem}");
        }

        Assert.Empty(wrong);
        Assert.InRange(read, 20, 1000);
    }

    private static string? Check(string body, string section)
    {
        var outcome = ReadEvents.All(body);
        var type = EventType.Match(section).Groups[1].Value;
        if (type is "unsubscribed") return outcome.Refusals.Count == 0 ? null : "an unsubscription is no refusal";
        if (outcome.Refusals.Count == 0) return $"no refusal: {outcome.Instead}";
        foreach (Match recipient in Recipient.Matches(section))
            if (!outcome.Refusals.Any(r => r.Recipient == recipient.Groups[1].Value)) return $"recipient {recipient.Groups[1].Value}";
        if (Quoted.Match(body) is { Success: true } quoted && outcome.Refusals[0].Reply.Code?.ToString() != quoted.Groups[1].Value) return $"code {quoted.Groups[1].Value}";
        var kind = outcome.Refusals[0].Kind;
        return type == "deferred" && kind != RefusalKind.Delayed ? $"kind {kind}" : null;
    }
}
