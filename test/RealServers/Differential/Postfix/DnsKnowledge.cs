using System.Globalization;
using System.Net;
using Gatepost.Relay;

namespace Gatepost.RealServers.Differential.Postfix;

/// <summary>What the fake name server says, told to the evaluator. Where a table goes by what DNS says, it leaves the answer open.</summary>
internal sealed class DnsKnowledge(NameWorld world) : Knowledge
{
    private const string Allowed = " (allowed)";

    public override Answer? Ask(Opaque condition, Session session)
    {
        var value = condition.Value(session);
        return condition.Source switch
        {
            "dns (MX, A, AAAA)" => new Answer(Domain(value, condition.Subject)),
            "dns MX (permit_mx_backup)" => null,
            ['d', 'n', 's', ' ', .. var list] when !list.Contains(',', StringComparison.Ordinal) => Listed(list, value, condition.Subject),
            _ => null,
        };
    }

    // 0 it takes mail, 1 there is no such domain, 2 not known for now, 3 it says that it takes none.
    private int Domain(string domain, string subject)
    {
        var mx = world.Find(domain, RecordType.Mx);
        if (mx.IsFailure) return 2;
        if (mx.Records.Any(static r => r.Value == ".")) return subject == "helo" ? 0 : 3;
        if (mx.Records.Count > 0) return 0;
        return world.Find(domain, RecordType.A).Records.Count + world.Find(domain, RecordType.Aaaa).Records.Count > 0 ? 0 : 1;
    }

    private Answer? Listed(string list, string value, string subject)
    {
        var equals = list.IndexOf('=', StringComparison.Ordinal);
        var zone = equals < 0 ? list : list[..equals];
        var name = IPAddress.TryParse(value, out var address) && subject.Replace(Allowed, "", StringComparison.Ordinal) == "client" ? Reversed(address) : value;
        var found = world.Find($"{name}.{zone}", RecordType.A);
        if (found.IsFailure) return subject.EndsWith(Allowed, StringComparison.Ordinal) ? new Answer(2) : Answer.No;
        return Answer.Of(found.Records.Any(r => equals < 0 || Fits(list[(equals + 1)..], r.Value)));
    }

    private static string Reversed(IPAddress address)
    {
        var name = NameWorld.Reverse(address);
        return name[..name.IndexOf(address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? ".in-addr" : ".ip6", StringComparison.Ordinal)];
    }

    // d.d.d.[a..b;c]
    private static bool Fits(string filter, string address)
    {
        var (left, right) = (filter.Split('.', 4), address.Split('.'));
        if (!left.Take(3).SequenceEqual(right.Take(3))) return false;
        var last = int.Parse(right[3], CultureInfo.InvariantCulture);
        return left[3].Trim('[', ']').Split(';').Any(range =>
        {
            var ends = range.Split("..");
            return last >= int.Parse(ends[0], CultureInfo.InvariantCulture) && last <= int.Parse(ends[^1], CultureInfo.InvariantCulture);
        });
    }
}
