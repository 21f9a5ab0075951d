using CsCheck;
using Gatepost.Smtp;

namespace Gatepost.Tests.Smtp;

public class EnhancedStatusRegistryTests
{
    [Theory]
    [InlineData("5.7.1", "Delivery not authorized, message refused", "RFC 3463")]
    [InlineData("4.7.1", "Delivery not authorized, message refused", "RFC 3463")]
    [InlineData("5.1.10", "Recipient address has null MX", "RFC 7505")]
    [InlineData("5.7.8", "Authentication credentials invalid", "RFC 4954")]
    [InlineData("5.7.29", "ARC validation failure", "RFC 8617")]
    public void Knows_registered_codes(string status, string text, string source)
    {
        Assert.True(EnhancedStatus.TryParse(status, out var parsed));
        Assert.Equal(new StatusMeaning(text, source), EnhancedStatusRegistry.Find(parsed));
    }

    [Theory]
    [InlineData("5.7.64", "security or policy")]
    [InlineData("5.4.316", "network and routing")]
    [InlineData("5.9.1", null)]
    public void Vendors_own_codes_are_not_registered(string status, string? subject)
    {
        Assert.True(EnhancedStatus.TryParse(status, out var parsed));
        Assert.Null(EnhancedStatusRegistry.Find(parsed));
        Assert.Equal(subject, EnhancedStatusRegistry.FindSubject(parsed.Subject));
    }

    [Fact]
    public void The_subjects_are_complete() =>
        Assert.Equal(
            [(0, 1), (1, 11), (2, 5), (3, 7), (4, 8), (5, 7), (6, 11), (7, 31)],
            EnhancedStatusRegistry.All.Keys.GroupBy(key => key.Subject).OrderBy(group => group.Key).Select(group => (group.Key, group.Count())));

    [Fact]
    public void A_status_written_out_reads_as_itself() =>
        Gen.Select(Gen.OneOf(2, 4, 5), Gen.Int[0, 999], Gen.Int[0, 999]).Sample((@class, subject, detail) =>
        {
            var status = EnhancedStatus.Create(@class, subject, detail)!.Value;
            Assert.True(EnhancedStatus.TryParse(status.ToString(), out var parsed));
            Assert.Equal(status, parsed);
        });
}
