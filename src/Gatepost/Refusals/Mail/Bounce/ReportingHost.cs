using System.Buffers;

namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>The server that wrote a report, where the report names it.</summary>
internal static class ReportingHost
{
    private static readonly SearchValues<char> Delimiters = SearchValues.Create(" \n,>;:");

    private static readonly string[] Leads =
    [
        "qmail-send program at ", "mail system at host ", "Postfix program at host ", "DragonFly Mail Agent", "Generating server: ", "Generierender Server: ", "Serveur de génération : ", "Servidor de generación: ", "Server di generazione: ",
        "Servidor gerador: ", "Servidor de geração: ", "Genererende server: ", "Создающий сервер: ", "生成サーバー: ", "生成サーバー: ", "mail server on ", "SMTP relay on ", "notification from ", "amavisd-new at host\n", "amavisd-new at host ", "program at ",
        "Reporting-MTA: dsn; ", "Reporting-MTA: dsn;", "Reporting-MTA: <", "Reporting-MTA:      <", "queue on ", "Message from ",
    ];

    private static readonly WordTable Marks = new(Leads);

    /// <summary>The host's name; null where neither the text nor the address of a mailer-daemon gives one.</summary>
    public static string? Of(BounceText text)
    {
        Span<int> first = stackalloc int[Marks.Count];
        var isThere = Marks.FindAll(text.Report, first);
        for (var i = 0; isThere && i < Leads.Length; i++)
        {
            var (lead, at) = (Leads[i], first[i]);
            if (at < 0) continue;
            var rest = text.Report.AsSpan(at + lead.Length);
            if (lead.StartsWith("DragonFly", StringComparison.Ordinal) && rest.IndexOf(" at ") is var on and >= 0 and < 20) rest = rest[(on + 4)..];
            var end = rest.IndexOfAny(Delimiters);
            var host = (end < 0 ? rest : rest[..end]).TrimEnd(" .");
            if (RemoteHost.IsHostName(host)) return host.ToString();
        }

        var from = text.FromAddress;
        if (!from.StartsWith("mailer-daemon@", StringComparison.OrdinalIgnoreCase)) return null;
        var domain = from.AsSpan("mailer-daemon@".Length);
        return domain.Count('.') > 1 && RemoteHost.IsHostName(domain) ? domain.ToString() : null;
    }
}
