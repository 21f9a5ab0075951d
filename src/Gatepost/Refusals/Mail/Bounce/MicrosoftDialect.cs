namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>
/// Exchange from 2007 on and Microsoft 365, in any language: below the part for administrators stands each recipient on a
/// line of its own, and on the next the reply: <c>#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##</c>,
/// <c>Remote Server returned '550 5.1.10 …'</c>, <c>mx.example.net #550 5.7.1 … #SMTP#</c>,
/// <c>11/24/2026 9:00:00 - Server at mx.example.net (192.0.2.1) returned '450 4.4.316 …'</c>.
/// </summary>
internal sealed class MicrosoftDialect : BounceDialect
{
    private static readonly string[] Said =
    [
        "generating server:", "diagnostic information for administrators", "remote server returned '", "resolver.", "generierender server:", "remotehost hat '", "#smtp#", "serveur de génération",
        "servidor de generación", "生成サーバー", "server di generazione", "servidor de geração", "servidor gerador", "genererende server", "создающий сервер", "生成服务器",
    ];

    /// <inheritdoc/>
    public override string Software => "exchange";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Marks { get; } = [" ##", .. Said];

    /// <inheritdoc/>
    public override bool Recognises(BounceText text) => Array.Exists(Said, text.Says) || (text.Says(" ##") && text.Says("#5"));

    /// <inheritdoc/>
    public override void Read(BounceText text, FindingList findings)
    {
        var blocks = AddressBlocks.Read(text);
        foreach (var block in blocks)
        {
            var reply = block.Details.Select((line, i) => (line, i)).FirstOrDefault(static l => HoldsReply(l.line));
            if (reply.line is null) continue;
            var detail = DetailReader.Read(string.Join('\n', block.Details.Skip(reply.i)));
            findings.Add(new Finding { Recipient = block.Address, Detail = WithHost(detail, reply.line) });
        }

        foreach (var block in blocks)
        {
            if (findings.Count == 0 || findings.Has(block.Address))
                findings.Add(new Finding { Recipient = block.Address, Detail = block.Details.Count > 0 ? DetailReader.Read(block.Details) : SharedDetail.After(text, block.Line + 1) });
        }
    }

    private static bool HoldsReply(string line) => QuotedReply.Find(line) >= 0;

    /// <summary><c>mx.example.net #550 …</c> and <c>mx.example.net #&lt;…&gt; #SMTP#</c>: the host stands first.</summary>
    private static Detail WithHost(Detail detail, string line)
    {
        if (detail.RemoteMta is not null || line.IndexOf('#') is not (var mark and > 3)) return detail;
        var host = line.AsSpan(0, mark).Trim();
        return RemoteHost.IsHostName(host) ? detail with { RemoteMta = host.ToString(), Explanation = null } : detail;
    }
}
