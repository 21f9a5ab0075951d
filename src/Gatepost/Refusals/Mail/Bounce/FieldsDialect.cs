namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>
/// Reports that give names and values, as Sun/Oracle Messaging Server (<c>Recipient address:</c>, <c>Reason:</c>,
/// <c>Diagnostic code:</c>, <c>Remote system:</c>), X.400 gateways (<c>Recipient Name</c>, <c>Non-Delivery Reason</c>), and products
/// that print the fields of a DSN as text (Amazon WorkMail, Mimecast): a recipient's fields end where the next recipient's begin.
/// </summary>
internal sealed class FieldsDialect : BounceDialect
{
    private static readonly string[] RecipientNames = ["recipient address", "original address", "final-recipient", "original-recipient", "recipient name", "recipient", "rcpt to", "recipient's address", "failed recipient", "addressed to", "recipient email", "destination", "envelope-to"];

    private static readonly string[] OriginalNames = ["original address", "original-recipient"];

    private static readonly string[] ReasonNames =
    [
        "diagnostic-code", "diagnostic code", "reason", "non-delivery reason", "diagnostic", "error", "error message", "response", "smtp response", "server response", "reason code", "status", "supplementary information", "additional information", "details", "result", "last error",
    ];

    private static readonly string[] HostNames = ["remote system", "remote-mta", "remote mta", "remote server", "remote host", "receiving server", "mx host"];

    /// <inheritdoc/>
    public override string? Software => null;

    /// <inheritdoc/>
    public override bool Recognises(BounceText text) => Read(text).Exists(static r => r.Reason is not null);

    /// <inheritdoc/>
    public override void Read(BounceText text, FindingList findings)
    {
        foreach (var record in Read(text))
        {
            var detail = DetailReader.Read(Bare(record.Reason ?? ""));
            if (record.More is { } more) detail = detail.Or(DetailReader.Read(Bare(more)));
            if (record.Host is { } host)
            {
                var remote = RemoteHost.Find(host);
                if (remote.Name is null && RemoteHost.IsHostName(Bare(host).Split(' ')[0])) remote = remote with { Name = Bare(host).Split(' ')[0] };
                detail = detail with { RemoteMta = detail.RemoteMta ?? remote.Name, RemoteAddress = Last(host) ?? detail.RemoteAddress ?? remote.Address };
            }

            findings.Add(new Finding { Recipient = record.Address, OriginalRecipient = record.Original, Detail = detail });
        }
    }

    /// <summary><c>dns;mx.example.net (TCP|192.0.2.9|47323|192.0.2.1|25)</c>: the second address is the other side's.</summary>
    private static string? Last(string host) =>
        host.IndexOf("(TCP|", StringComparison.Ordinal) is var at and >= 0 && host[at..].Split('|') is [_, _, _, var address, ..] ? address : null;

    private static string Bare(string value)
    {
        var semicolon = value.IndexOf(';');
        return semicolon is > 0 and < 8 && !value.AsSpan(0, semicolon).Contains(' ') ? value[(semicolon + 1)..].Trim() : value;
    }

    private sealed record Record(string Address)
    {
        public string? Original { get; init; }
        public string? Reason { get; init; }
        public string? More { get; init; }
        public string? Host { get; init; }
    }

    private static List<Record> Read(BounceText text)
    {
        var records = new List<Record>();
        string? early = null;
        for (var i = 0; i < text.Lines.Count; i++)
        {
            var line = text.Lines[i].Text;
            var colon = line.IndexOf(':');
            if (colon is < 3 or > 30) continue;
            var name = line[..colon].Trim().ToLowerInvariant();
            var value = Value(text, ref i, colon);
            if (RecipientNames.Contains(name))
            {
                if (AddressFinder.First(value) is not { } address || line.Length > colon + 200) continue;
                var isOriginal = OriginalNames.Contains(name);
                if (records.Count > 0 && records[^1].Address.Equals(address, StringComparison.OrdinalIgnoreCase)) continue;
                if (records.Count > 0 && isOriginal) records[^1] = records[^1] with { Original = address };
                else records.Add(new Record(address) { Reason = records.Count == 0 ? early : null });
            }
            else if (ReasonNames.Contains(name) && value.Length > 0)
            {
                if (records.Count == 0) early ??= value;
                else if (records[^1].Reason is null) records[^1] = records[^1] with { Reason = value };
                else if (name is not "status") records[^1] = records[^1] with { More = value };
            }
            else if (HostNames.Contains(name) && records.Count > 0)
            {
                records[^1] = records[^1] with { Host = value };
            }
        }

        return records;
    }

    /// <summary>A value goes on over lines that stand further in than its name.</summary>
    private static string Value(BounceText text, ref int i, int colon)
    {
        var indent = text.Lines[i].Indent;
        var value = text.Lines[i].Text[(colon + 1)..].Trim();
        while (i + 1 < text.Lines.Count && !text.Lines[i + 1].IsBlank && text.Lines[i + 1].Indent > indent && value.Length < 2_000)
        {
            i++;
            value = value + "\n" + text.Lines[i].Text;
        }

        return value;
    }
}
