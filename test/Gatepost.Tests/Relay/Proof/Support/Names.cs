namespace Gatepost.Tests.Relay.Proof.Support;

/// <summary>The names that generated policies and attempts have in common, and near misses of them.</summary>
internal static class Names
{
    public static readonly string[] Domains = ["example.org", "mail.example.org", "a.b.example.org", "org", "example.net", "own.test", "com", "host.example.com", "local", "x.local", "[192.0.2.1]"];
    public static readonly string[] LocalParts = ["info", "info+x", "user", "postmaster", "sales", "elsewhere", "root"];
    public static readonly string[] Networks = ["10.0.0.0/8", "192.0.2.0/24", "192.0.2.128/25", "192.0.2.130/32", "203.0.113.0/24", "0.0.0.0/0", "0.0.0.0/1", "127.0.0.0/8", "2001:db8::/32", "2001:db8:1::/48", "::/0", "::1/128", "8.8.8.0/23"];
    public static readonly string[] Clients = ["10.1.2.3", "192.0.2.1", "192.0.2.129", "192.0.2.130", "192.0.2.131", "203.0.113.7", "8.8.9.255", "8.8.10.0", "1.1.1.1", "200.1.1.1", "127.0.0.1", "2001:db8::1", "2001:db8:1::1", "2001:db9::", "::1", "::ffff:192.0.2.130", "fe80::1", "0.0.0.0", "255.255.255.255"];

    public static string Domain(Random random)
    {
        var domain = random.Of(Domains);
        return random.Next(14) switch
        {
            0 => "mx." + domain,
            1 => "a.mx." + domain,
            2 => "x" + domain,
            3 => "." + domain,
            4 => domain + ".",
            5 => domain.ToUpperInvariant(),
            6 => domain[(domain.IndexOf('.', StringComparison.Ordinal) + 1)..],
            7 => domain + ".evil.test",
            8 => "elsewhere.example",
            9 => random.Of("sub.far.test", "far", "127.0.0.1", "[127.0.0.1]", "[198.51.100.1]", "-", "[", "", "ex ample.org"),
            _ => domain,
        };
    }

    public static string LocalPart(Random random) => random.Next(12) switch
    {
        0 => random.Of(LocalParts) + "+ext",
        1 => random.Of(LocalParts) + "-ext",
        2 => $"\"{random.Of(LocalParts)}\"",
        3 => $"\"{random.Of(LocalParts)} x\"",
        4 => random.Of(LocalParts).ToUpperInvariant(),
        5 => random.Of(LocalParts) + "x",
        6 => "+" + random.Of(LocalParts),
        7 => "",
        _ => random.Of(LocalParts),
    };

    public static string Address(Random random)
    {
        var plain = $"{LocalPart(random)}@{Domain(random)}";
        return random.Next(16) switch
        {
            0 => $"{LocalPart(random)}%{Domain(random)}@{Domain(random)}",
            1 => $"{Domain(random)}!{LocalPart(random)}@{Domain(random)}",
            2 => $"@{Domain(random)}:{plain}",
            3 => $"\"{random.Of(LocalParts)}@{Domain(random)}\"@{Domain(random)}",
            4 => $"{LocalPart(random)}%{Domain(random)}%{Domain(random)}@{Domain(random)}",
            5 => $"{Domain(random)}!{LocalPart(random)}",
            6 => LocalPart(random),
            7 => "",
            8 => plain + "@" + Domain(random),
            _ => plain,
        };
    }
}
