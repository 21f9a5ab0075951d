using System.Net;
using Gatepost.Evidence.Lists;

namespace Gatepost.Tests.Evidence.Lists;

public class BlockListsTests
{
    [Fact]
    public void The_usual_lists_are_known_open_and_of_addresses() =>
        Assert.All(BlockLists.Default, static zone => Assert.True(BlockLists.Find(zone) is { Closed: null, Kind: BlockListKind.Addresses, Codes.Count: > 0 }));

    [Fact]
    public void Every_code_is_a_loopback_address_written_plainly() =>
        Assert.All(BlockLists.All.SelectMany(static l => l.Codes), static c =>
        {
            Assert.StartsWith("127.", c.Key, StringComparison.Ordinal);
            Assert.Equal(c.Key, IPAddress.Parse(c.Key).ToString());
        });

    [Fact]
    public void In_a_sum_every_code_is_one_bit() =>
        Assert.All(BlockLists.All.Where(static l => l.IsBitmask).SelectMany(static l => l.Codes), static c =>
            Assert.True(byte.IsPow2(IPAddress.Parse(c.Key).GetAddressBytes()[3])));

    [Theory]
    [InlineData("127.255.255.252")]
    [InlineData("127.255.255.254")]
    [InlineData("127.255.255.255")]
    [InlineData("127.255.255.0")]
    [InlineData("127.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("192.0.2.1")]
    [InlineData("2001:db8::1")]
    public void No_list_lists_with_an_error(string code) =>
        Assert.All(BlockLists.All, list => Assert.Equal(ReturnCodeKind.Refusal, Assert.Single(list.MeaningOf(IPAddress.Parse(code))).Kind));
}
