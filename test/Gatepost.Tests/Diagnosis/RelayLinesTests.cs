using Gatepost.Diagnoses;

namespace Gatepost.Tests.Diagnoses;

/// <summary>The project's own lines: relay denials in many mouths, and what sounds like them.</summary>
public class RelayLinesTests
{
    public static TheoryData<string, string, string> Lines()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var line in File.ReadLines(Repository.File("corpus/lines/relay.tsv")))
        {
            var fields = line.Split('\t');
            if (!line.StartsWith('#') && fields.Length == 3) data.Add(fields[0], fields[1], fields[2]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_is_read_as_what_it_is(string kind, string owner, string text)
    {
        var diagnosis = RuleExampleTests.Diagnose(text);
        Assert.True(kind == "relay" == diagnosis.IsRelayDenial, $"relay {diagnosis.IsRelayDenial}, {diagnosis.Cause.Id} {diagnosis.Reason}: {text}");
        var fits = owner switch
        {
            "sender" => diagnosis.Owner == Owner.Sender,
            "sending-admin" => diagnosis.Owner == Owner.SendingAdmin,
            "recipient" => diagnosis.Owner is Owner.RecipientAdmin or Owner.RecipientDns,
            _ => true,
        };
        Assert.True(fits, $"owner {diagnosis.Owner}, {diagnosis.Cause.Id} {diagnosis.Reason}: {text}");
    }
}
