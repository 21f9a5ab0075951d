using System.Globalization;
using System.Text;
using Gatepost.Evidence;
using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Dns;

namespace Gatepost.Reports;

/// <summary>What went over the wire, for -v: a dialog line by line with swaks' marks, a DNS response with its records.</summary>
internal static class ProbeWire
{
    public static void Append(StringBuilder output, DialogResult dialog)
    {
        output.Append("=== ").Append(Escape.Line(dialog.Plan.Host)).Append(" [").Append(dialog.Plan.Address.Address).Append("] port ")
            .Append(dialog.Plan.Address.Port.ToString(CultureInfo.InvariantCulture)).Append('\n');
        foreach (var line in dialog.Wire)
            output.Append(WireText.Format(line)).Append('\n');
        if (!dialog.Outcome.IsComplete) output.Append("*** ").Append(Escape.Line(ProbeWords.Fault(dialog))).Append('\n');
    }

    public static void Append(StringBuilder output, DnsResponse response)
    {
        var server = response.Server?.ToString() ?? response.Query.Server?.ToString() ?? "the resolver";
        output.Append("??? ").Append(Escape.Line(response.Query.Name)).Append(' ').Append(Kebab<DnsType>.Of(response.Query.Type).ToUpperInvariant())
            .Append(" at ").Append(server).Append(": ").Append(Kebab<DnsOutcome>.Of(response.Outcome)).Append('\n');
        foreach (var record in response.Answers) output.Append("    ").Append(Escape.Line(record.ToString())).Append('\n');
        foreach (var error in response.Errors)
            output.Append("    extended error ").Append(error.Code.ToString(CultureInfo.InvariantCulture)).Append(' ').Append(Escape.Line(error.Text)).Append('\n');
    }
}
