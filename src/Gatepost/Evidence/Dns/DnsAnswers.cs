using System.Net;

namespace Gatepost.Evidence.Dns;

/// <summary>What responses mean to those who asked.</summary>
internal static class DnsAnswers
{
    private const int MostAliases = 16;

    extension(DnsResponse response)
    {
        /// <summary>True where the response says what there is, or that there is nothing.</summary>
        public bool Tells => response.Outcome is DnsOutcome.Answer or DnsOutcome.NoData or DnsOutcome.NxDomain;

        /// <summary>True where nothing came.</summary>
        public bool IsSilence => response.Outcome is DnsOutcome.Timeout or DnsOutcome.Unreachable;

        /// <summary>Where the answer was seen: <c>resolver 192.0.2.53</c>, <c>192.0.2.1</c>.</summary>
        public string Provenance => response.Query.Server is { } asked ? asked.Address.ToString()
            : response.Server is { } server ? $"resolver {server.Address}" : "resolver";

        /// <summary>How the response ended, as people who know DNS say it: <c>SERVFAIL (DNSSEC bogus)</c>, <c>no answer</c>.</summary>
        public string OutcomeInWords => response.Outcome switch
        {
            DnsOutcome.ServFail => "SERVFAIL" + response.ErrorsInWords,
            DnsOutcome.NxDomain => "NXDOMAIN",
            DnsOutcome.Refused => "REFUSED" + response.ErrorsInWords,
            DnsOutcome.FormErr => "FORMERR",
            DnsOutcome.NotImp => "NOTIMP",
            DnsOutcome.NoData => "no such records",
            DnsOutcome.Answer => "an answer",
            DnsOutcome.Referral => "a referral",
            DnsOutcome.OtherRcode => $"RCODE {response.Rcode}",
            DnsOutcome.Timeout => "no answer",
            DnsOutcome.Unreachable => "nobody listens there",
            DnsOutcome.Malformed => "a broken response",
            _ => "not asked",
        };

        /// <summary>The extended errors in brackets; empty where there is none.</summary>
        public string ErrorsInWords => response.Errors.Count == 0 ? ""
            : $" ({string.Join("; ", response.Errors.Select(static e => e.Text.Length == 0 ? $"extended error {e.Code}" : $"extended error {e.Code}: {e.Text}"))})";

        /// <summary>The name that the aliases in the answer lead to; the name asked about where it is no alias.</summary>
        public string CanonicalName
        {
            get
            {
                var name = response.Query.Name;
                for (var i = 0; i < MostAliases; i++)
                {
                    var alias = response.Answers.FirstOrDefault(r => r.Type == DnsType.Cname && r.Name == name);
                    if (alias?.Data is not DnsData.Target target) return name;
                    name = target.Name;
                }

                return name;
            }
        }

        /// <summary>The addresses of the name asked about, aliases followed.</summary>
        public IEnumerable<IPAddress> Addresses
        {
            get
            {
                var canonical = response.CanonicalName;
                return response.Answers.Where(r => r.Name == canonical && r.Type is DnsType.A or DnsType.Aaaa)
                    .Select(static r => r.Data).OfType<DnsData.Address>().Select(static a => a.Value);
            }
        }
    }
}
