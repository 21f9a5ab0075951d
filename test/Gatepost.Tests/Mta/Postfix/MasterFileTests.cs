using Gatepost.Mta;
using Gatepost.Mta.Postfix.Syntax;

namespace Gatepost.Tests.Mta.Postfix;

public class MasterFileTests
{
    [Fact]
    public void A_service_has_eight_fields_and_arguments()
    {
        var service = Assert.Single(MasterFile.Parse("# comment\nsubmission inet n - y - 10 smtpd\n  -v -o a=b\n  -o { c = d e }\n  -og=h\n", "master.cf").Services);
        Assert.Equal(("submission", "inet", "smtpd", true, 2), (service.Name, service.Type, service.Command, service.Chroot, service.Origin.Line));
        Assert.Equal(["-v", "-o", "a=b", "-o", "c = d e", "-og=h"], service.Arguments);
        Assert.Equal([("a", "b", 3), ("c", "d e", 4), ("g", "h", 5)], service.Overrides.Select(static o => (o.Name, o.Value, o.Origin.Line)));
    }

    [Theory]
    [InlineData("smtp inet n - n - - smtpd -o a=1 -o a=2", "a", "2")]
    [InlineData("smtp inet n - n - - smtpd -v -vvo a=1", "a", "1")]
    [InlineData("smtp inet n - n - - smtpd -s 2 -o a=1", "a", "1")]
    [InlineData("smtp inet n - n - - smtpd -o {a=1 2}", "a", "1 2")]
    [InlineData("smtp inet n - n - - smtpd -o {a={x y}}", "a", "{x y}")]
    [InlineData("smtp inet n - n - - smtpd -o a={x y}", "a", "{x y}")]
    [InlineData("smtp inet n - n - - smtpd -o a=", "a", "")]
    [InlineData("smtp inet n - n - - smtpd word -o a=1", "a", null)]
    [InlineData("smtp inet n - n - - smtpd -- -o a=1", "a", null)]
    public void The_last_override_holds(string line, string name, string? value) =>
        Assert.Equal(value, Assert.Single(MasterFile.Parse(line, "master.cf").Services).Find(name)?.Value);

    [Theory]
    [InlineData("smtp inet n - n - -")]
    [InlineData("smtp tcp n - n - - smtpd")]
    [InlineData("smtp inet y - n - - smtpd")]
    [InlineData("smtp inet - - n - - smtpd")]
    [InlineData("smtp inet n x n - - smtpd")]
    [InlineData("smtp inet n - n x - smtpd")]
    [InlineData("smtp inet n - n - - -")]
    [InlineData("smtp inet n - n - - smtpd -o {a=b")]
    [InlineData("smtp inet n - n - - smtpd -o {a=b}c")]
    [InlineData("smtp inet n - n - - smtpd -o word")]
    [InlineData("smtp inet n - n - - smtpd -o")]
    public void What_Postfix_does_not_start_with_is_told(string line) =>
        Assert.Contains(MasterFile.Parse("\n" + line, "master.cf").Problems, static p => p is { Kind: ConfigProblemKind.WillNotRun, Origin.Line: 2, Write: not null });

    [Fact]
    public void Of_one_service_twice_the_last_runs()
    {
        var file = MasterFile.Parse("smtp inet n - n - - smtpd\nsmtp unix - - n - - smtp\nsmtp inet n - n - - smtpd -o a=b\nsmtpd pass - - n - - smtpd\n", "master.cf");
        Assert.Equal(["smtp/inet", "smtp/unix", "smtpd/pass"], file.Services.Select(static s => s.ToString()));
        Assert.Equal(3, file.Services[0].Origin.Line);
        Assert.Equal(ConfigProblemKind.Conflict, Assert.Single(file.Problems).Kind);
    }
}
