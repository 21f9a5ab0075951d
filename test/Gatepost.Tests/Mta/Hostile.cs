using System.Buffers;
using System.Text;
using Gatepost.Audits;
using Gatepost.Mta;
using Gatepost.Relay;
using Gatepost.Reports;
using Gatepost.Tests.Reports;

namespace Gatepost.Tests.Mta;

/// <summary>Puts a configuration that nobody can trust through everything that an audit does.</summary>
internal static class Hostile
{
    /// <summary>Reads, audits, decides and reports it; throws what any of these throws.</summary>
    public static Configuration Check(Software software, IReadOnlyDictionary<string, string> files, string path, params ReadOnlySpan<Attempt> attempts)
    {
        var configuration = ConfigurationReader.Read(software, new MemoryFiles(files), path, new ReadingOptions());
        var audit = Auditor.Run(configuration, new AuditOptions());
        var text = new StringBuilder();
        AuditReport.Write(path, audit, new ReportStyle { Verbose = true }, text);
        foreach (var policy in configuration.Policies)
            foreach (var attempt in attempts)
                DecisionReport.Write(policy.Listener, attempt, Evaluator.Evaluate(policy, attempt), new ReportStyle { Verbose = true }, text);
        var json = new ArrayBufferWriter<byte>();
        AuditJson.Write(path, audit, json);
        SarifReport.Write(audit.Findings, "0", "/", json);
        text.Append(Encoding.UTF8.GetString(json.WrittenSpan));
        EscapeTests.AssertClean(text.ToString(), lines: true);
        return configuration;
    }
}
