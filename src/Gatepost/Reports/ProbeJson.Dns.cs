using Gatepost.Evidence;
using Gatepost.Evidence.Dns;

namespace Gatepost.Reports;

public sealed partial class ProbeJson
{
    private void WriteDns(DomainSurvey? survey)
    {
        if (survey is null)
        {
            _json.WriteNull("dns"u8);
            return;
        }

        _json.WriteStartObject("dns"u8);
        _json.WriteString("route"u8, Kebab<MailRoute>.Of(survey.Route));
        _json.WriteString("dnssec"u8, Kebab<DnssecState>.Of(survey.Dnssec));
        WriteHosts(survey.Hosts);
        WriteServers(survey.Servers);
        _json.WriteStartArray("findings"u8);
        foreach (var finding in survey.Findings)
        {
            _json.WriteStartObject();
            _json.WriteString("kind"u8, Kebab<DnsFindingKind>.Of(finding.Kind));
            _json.Text("subject"u8, finding.Subject);
            _json.Text("says"u8, finding.Says);
            _json.Text("provenance"u8, finding.Provenance);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.Known("spf"u8, survey.Spf);
        _json.Known("mxVendor"u8, survey.MxVendor?.Name);
        if (survey.SpfVendors.Count > 0) _json.Texts("spfVendors"u8, [.. survey.SpfVendors.Select(static v => v.Name)]);
        _json.WriteEndObject();
    }

    private void WriteHosts(IReadOnlyList<MailHost> hosts)
    {
        _json.WriteStartArray("hosts"u8);
        foreach (var host in hosts)
        {
            _json.WriteStartObject();
            _json.WriteNumber("preference"u8, host.Preference);
            _json.Text("name"u8, host.Name);
            _json.WriteString("state"u8, Kebab<MailHostState>.Of(host.State));
            _json.Known("canonical"u8, host.Canonical);
            _json.WriteStartArray("addresses"u8);
            foreach (var address in host.Addresses) Address(address);
            _json.WriteEndArray();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteServers(IReadOnlyList<NameServerAnswer> servers)
    {
        _json.WriteStartArray("servers"u8);
        foreach (var server in servers)
        {
            _json.WriteStartObject();
            _json.Text("name"u8, server.Server);
            _json.WriteString("address"u8, server.Address.ToString());
            _json.WriteString("outcome"u8, Kebab<DnsOutcome>.Of(server.Mx.Outcome));
            _json.WriteBoolean("lame"u8, server.IsLame);
            _json.Text("mx"u8, server.MxSet);
            if (server.Serial is { } serial) _json.WriteNumber("serial"u8, serial);
            else _json.WriteNull("serial"u8);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }
}
