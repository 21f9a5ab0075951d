using System.Net;
using Gatepost.Evidence.Dns;

namespace Gatepost.Tests.Evidence.Dns;

public class AddressScopesTests
{
    [Theory]
    [InlineData("8.8.8.8", AddressScope.Public)]
    [InlineData("192.0.2.1", AddressScope.Public)]
    [InlineData("198.51.100.7", AddressScope.Public)]
    [InlineData("203.0.113.7", AddressScope.Public)]
    [InlineData("172.15.255.255", AddressScope.Public)]
    [InlineData("172.32.0.0", AddressScope.Public)]
    [InlineData("2001:db8::1", AddressScope.Public)]
    [InlineData("2a00:1450:4001::1b", AddressScope.Public)]
    [InlineData("64:ff9b::8.8.8.8", AddressScope.Public)]
    [InlineData("10.1.2.3", AddressScope.Private)]
    [InlineData("172.16.0.1", AddressScope.Private)]
    [InlineData("192.168.0.1", AddressScope.Private)]
    [InlineData("100.64.0.1", AddressScope.Private)]
    [InlineData("169.254.169.254", AddressScope.Private)]
    [InlineData("fd12::1", AddressScope.Private)]
    [InlineData("fe80::1", AddressScope.Private)]
    [InlineData("fec0::1", AddressScope.Private)]
    [InlineData("::ffff:10.0.0.1", AddressScope.Private)]
    [InlineData("64:ff9b::10.0.0.5", AddressScope.Private)]
    [InlineData("2002:a00:5::1", AddressScope.Private)]
    [InlineData("127.0.0.1", AddressScope.Loopback)]
    [InlineData("127.255.0.1", AddressScope.Loopback)]
    [InlineData("::1", AddressScope.Loopback)]
    [InlineData("::ffff:127.0.0.1", AddressScope.Loopback)]
    [InlineData("0.0.0.0", AddressScope.Reserved)]
    [InlineData("224.0.0.1", AddressScope.Reserved)]
    [InlineData("255.255.255.255", AddressScope.Reserved)]
    [InlineData("198.18.0.1", AddressScope.Reserved)]
    [InlineData("::", AddressScope.Reserved)]
    [InlineData("ff02::1", AddressScope.Reserved)]
    [InlineData("2001::1", AddressScope.Reserved)]
    public void Each_range_has_its_scope(string address, AddressScope expected) => Assert.Equal(expected, AddressScopes.Of(IPAddress.Parse(address)));
}
