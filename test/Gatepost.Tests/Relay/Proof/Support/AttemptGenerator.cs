using System.Net;
using Gatepost.Relay;

namespace Gatepost.Tests.Relay.Proof.Support;

/// <summary>Makes attempts of the names that generated policies know, and near misses of them.</summary>
internal static class AttemptGenerator
{
    public static Attempt Make(Random random) => new()
    {
        Client = IPAddress.Parse(random.Of(Names.Clients)),
        Name = random.Next(4) switch
        {
            0 => ClientName.Missing,
            1 => new ClientName(NameStatus.Forged, Names.Domain(random)),
            2 => new ClientName(NameStatus.Temporary, random.Once(2) ? null : Names.Domain(random)),
            _ => ClientName.Verified(Names.Domain(random)),
        },
        Helo = random.Once(6) ? null : Names.Domain(random),
        Tls = random.Once(2) ? null : new Tls(random.Once(2) ? null : Names.Domain(random), random.Once(2)),
        Login = random.Once(2) ? null : new Login(Names.Domain(random), random.Of("PLAIN", "ANONYMOUS", "EXTERNAL", "CRAM-MD5")),
        MailFrom = Names.Address(random),
        RcptTo = Names.Address(random),
    };
}
