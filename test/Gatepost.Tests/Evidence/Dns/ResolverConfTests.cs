using Gatepost.Evidence.Dns;

namespace Gatepost.Tests.Evidence.Dns;

public class ResolverConfTests
{
    [Theory]
    [InlineData("nameserver 192.0.2.1\n", "192.0.2.1:53")]
    [InlineData("  nameserver\t192.0.2.1  \r\nnameserver 192.0.2.2 # spare\n", "192.0.2.1:53 192.0.2.2:53")]
    [InlineData("nameserver 2001:db8::1\nnameserver fe80::1%2", "[2001:db8::1]:53 [fe80::1%2]:53")]
    [InlineData("# nameserver 192.0.2.9\n;nameserver 192.0.2.8\nsearch example.net\nnameserver 192.0.2.1", "192.0.2.1:53")]
    [InlineData("nameserver\nnameserver resolver.example\nnameserver 192.0.2.1.5\nNAMESERVER 192.0.2.7\nnameserver 192.0.2.1", "192.0.2.1:53")]
    [InlineData("nameserver 192.0.2.1\nnameserver 192.0.2.2\nnameserver 192.0.2.3\nnameserver 192.0.2.4", "192.0.2.1:53 192.0.2.2:53 192.0.2.3:53")]
    [InlineData("", "127.0.0.1:53")]
    public void The_servers_are_read_in_their_order(string text, string servers) => Assert.Equal(servers, string.Join(' ', ResolverConf.Read(text).Servers));

    [Theory]
    [InlineData("", 2, 2)]
    [InlineData("options timeout:1 attempts:4 rotate", 1, 4)]
    [InlineData("options timeout:3\noptions attempts:1 ndots:2", 3, 1)]
    [InlineData("options timeout:900 attempts:900", 30, 5)]
    [InlineData("options timeout:0 attempts:x timeout:", 2, 2)]
    public void The_options_bound_the_patience(string text, int timeout, int tries)
    {
        var options = ResolverConf.Read(text).Options;
        Assert.Equal((TimeSpan.FromSeconds(timeout), tries), (options.Timeout, options.Tries));
    }
}
