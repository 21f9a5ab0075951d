using System.Text;
using Gatepost.Evidence.Dns;

namespace Gatepost.Tests.Evidence.Dns;

/// <summary>Messages that no honest server sends, each with what is wrong with it as a response about the MX records of example.net.</summary>
internal static class HostileMessages
{
    public static readonly DnsQuery Query = new("example.net", DnsType.Mx);

    // The question's name stands at octet 12, its end at 29: the first record begins there.
    private static readonly byte[] Question = [.. "\u0007example\u0003net\0\0\u000f\0\u0001"u8];
    private static readonly byte[] Label63 = [63, .. Enumerable.Repeat((byte)'a', 63)];

    /// <summary>File name, octets, and the problem that reading them names; null where they can be read.</summary>
    public static IEnumerable<(string Name, byte[] Octets, string? Problem)> All()
    {
        yield return ("empty", [], "a header of 12 octets is expected, the message ends at octet 0");
        yield return ("header-cut", Header()[..11], "a header of 12 octets is expected, the message ends at octet 11");
        yield return ("is-a-query", [0, 7, 1, 0, .. Header()[4..], .. Question], "no response at octet 2");
        yield return ("opcode-update", [0, 7, 0xa8, 0, .. Header()[4..], .. Question], "no response at octet 2");
        yield return ("no-question", [0, 7, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0], "0 questions at octet 4");
        yield return ("many-questions", [0, 7, 0x80, 0, 0xff, 0xff, 0, 0, 0, 0, 0, 0, .. Question], "65535 questions at octet 4");
        yield return ("question-missing", Header(), "a name runs past the end at octet 12");
        yield return ("question-cut", [.. Header(), .. Question[..15]], "2 octets are expected and 0 are there at octet 27");
        yield return ("question-of-another", [.. Header(), .. "\u0007example\u0003org\0\0\u000f\0\u0001"u8], "a question that was not asked at octet 12");
        yield return ("question-of-another-type", [.. Header(), .. Question[..14], 1, 0, 1], "a question that was not asked at octet 12");
        yield return ("question-class-chaos", [.. Header(), .. Question[..16], 3], "class 3 at octet 27");
        yield return ("question-pointer-to-itself", [.. Header(), 0xc0, 12, 0, 15, 0, 1], "a pointer to octet 12, which is not before it, at octet 12");
        yield return ("question-pointer-into-header", [.. Header(), 0xc0, 0, 0, 15, 0, 1], "a pointer to octet 0, which is not before it, at octet 12");
        yield return ("counts-lie", [.. Header(answers: 3), .. Question], "a name runs past the end at octet 29");
        yield return ("counts-huge", [0, 7, 0x80, 0, 0, 1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, .. Question], "more than 2000 records at octet 6");
        yield return ("garbage-after", [.. Header(), .. Question, 1, 2, 3], "3 octets after the last record at octet 29");
        yield return ("pointer-to-itself", Answer([0xc0, 29], Mx(0)), "a pointer to octet 29, which is not before it, at octet 29");
        yield return ("pointer-forward", Answer([0xc0, 40], Mx(0)), "a pointer to octet 40, which is not before it, at octet 29");
        yield return ("pointer-past-the-end", Answer([0xff, 0xff], Mx(0)), "a pointer to octet 16383, which is not before it, at octet 29");
        yield return ("pointer-cut", [.. Header(answers: 1), .. Question, 0xc0], "a pointer runs past the end at octet 29");
        yield return ("pointer-in-a-circle", Answer([1, (byte)'a', 0xc0, 29], Mx(0)), "a pointer to octet 29, which is not before it, at octet 31");
        yield return ("pointer-into-a-label", Answer([0xc0, 13], Mx(0)), "a label of a kind that is not known at octet 13");
        yield return ("label-kind-64", Answer([0x40, 1], Mx(0)), "a label of a kind that is not known at octet 29");
        yield return ("label-kind-128", Answer([0x80, 1], Mx(0)), "a label of a kind that is not known at octet 29");
        yield return ("label-cut", [.. Header(answers: 1), .. Question, 9, (byte)'a'], "a label runs past the end at octet 29");
        yield return ("name-too-long", Answer([.. Label63, .. Label63, .. Label63, .. Label63, 0], Mx(0)), "a name of more than 255 octets at octet 221");
        yield return ("name-too-long-by-pointers", ChainOfPointers(), "a name of more than 255 octets at octet 12");
        yield return ("record-cut", [.. Header(answers: 1), .. Question, 0xc0, 12, 0, 15, 0, 1], "4 octets are expected and 0 are there at octet 35");
        yield return ("data-past-the-end", [.. Header(answers: 1), .. Question, 0xc0, 12, 0, 15, 0, 1, 0, 0, 0, 1, 0xff, 0xff, 0], "data of 65535 octets where 1 are left at octet 41");
        yield return ("data-too-long", Answer([0xc0, 12], [0, 10, 0xc0, 12, 0]), "1 octets left over in the data at octet 45");
        yield return ("mx-without-exchange", Answer([0xc0, 12], [0, 10]), "a name runs past the end at octet 43");
        yield return ("mx-name-past-its-data", [.. Answer([0xc0, 12], [0, 10, 3, (byte)'m']), .. "xx\0"u8], "a label runs past the end at octet 43");
        yield return ("mx-empty", Answer([0xc0, 12], []), "2 octets are expected and 0 are there at octet 41");
        yield return ("a-of-three-octets", Answer([0xc0, 12], [192, 0, 2], DnsType.A), "4 octets are expected and 3 are there at octet 41");
        yield return ("a-of-five-octets", Answer([0xc0, 12], [192, 0, 2, 1, 0], DnsType.A), "1 octets left over in the data at octet 45");
        yield return ("aaaa-of-four-octets", Answer([0xc0, 12], [192, 0, 2, 1], DnsType.Aaaa), "16 octets are expected and 4 are there at octet 41");
        yield return ("txt-empty", Answer([0xc0, 12], [], DnsType.Txt), "1 octets are expected and 0 are there at octet 41");
        yield return ("txt-string-past-its-data", Answer([0xc0, 12], [9, 65], DnsType.Txt), "9 octets are expected and 1 are there at octet 42");
        yield return ("soa-without-timers", Answer([0xc0, 12], [0xc0, 12, 0xc0, 12, 0, 0, 0, 1], DnsType.Soa), "4 octets are expected and 0 are there at octet 49");
        yield return ("opt-among-answers", Answer([0], [], DnsType.Opt), "an OPT record out of place at octet 29");
        yield return ("opt-twice", [.. Header(additional: 2), .. Question, .. Opt([]), .. Opt([])], "an OPT record out of place at octet 40");
        yield return ("opt-with-a-name", [.. Header(additional: 1), .. Question, 0xc0, 12, .. Opt([])[1..]], "an OPT record out of place at octet 29");
        yield return ("opt-option-past-its-data", [.. Header(additional: 1), .. Question, .. Opt([0, 15, 0, 9, 0])], "9 octets are expected and 1 are there at octet 44");
        yield return ("opt-option-cut", [.. Header(additional: 1), .. Question, .. Opt([0, 15, 0])], "2 octets are expected and 1 are there at octet 42");
        yield return ("extended-error-without-code", [.. Header(additional: 1), .. Question, .. Opt([0, 15, 0, 1, 6])], "an extended error without a code at octet 44");
        yield return ("extended-error-not-utf8", [.. Header(additional: 1), .. Question, .. Opt([0, 15, 0, 5, 0, 6, 0xff, 0x1b, 0])], null);
        yield return ("class-chaos-passed-over", [.. Header(answers: 1), .. Question, 0xc0, 12, 0, 15, 0, 3, 0, 0, 0, 1, 0, 1, 9], null);
        yield return ("ttl-negative", [.. Header(answers: 1), .. Question, 0xc0, 12, 0, 15, 0, 1, 0xff, 0xff, 0xff, 0xff, .. Data([0, 10, 0xc0, 12])], null);
        yield return ("name-with-controls", Answer([5, 27, (byte)'[', (byte)'2', (byte)'J', 0xff, 0xc0, 12], Mx(0)), null);
        yield return ("alias-to-itself", Answer([0xc0, 12], [0xc0, 12], DnsType.Cname), null);
        yield return ("unknown-type", Answer([0xc0, 12], [1, 2, 3], (DnsType)65280), null);
        yield return ("record-of-the-root-with-no-data", Answer([0], [], (DnsType)0), null);
    }

    private static byte[] Header(byte answers = 0, byte additional = 0) => [0, 7, 0x80, 0, 0, 1, 0, answers, 0, 0, 0, additional];

    private static byte[] Answer(byte[] name, byte[] data, DnsType type = DnsType.Mx) =>
        [.. Header(answers: 1), .. Question, .. name, (byte)((int)type >> 8), (byte)type, 0, 1, 0, 0, 0, 60, .. Data(data)];

    private static byte[] Data(byte[] data) => [(byte)(data.Length >> 8), (byte)data.Length, .. data];

    private static byte[] Mx(byte preference) => [0, preference, 0xc0, 12];

    private static byte[] Opt(byte[] options) => [0, 0, 41, 4, 0xd0, 0, 0, 0, 0, .. Data(options)];

    // Each name a label of 30 octets and a pointer to the one before it: short on the wire, long when it unfolds.
    private static byte[] ChainOfPointers()
    {
        byte[] message = [.. Header(answers: 9), .. Question];
        var before = 12;
        for (var i = 0; i < 9; i++)
        {
            var place = message.Length;
            message = [.. message, 30, .. Encoding.ASCII.GetBytes(new string('a', 30)), (byte)(0xc0 | (before >> 8)), (byte)before, 0, 16, 0, 1, 0, 0, 0, 0, 0, 1, 0];
            before = place;
        }

        return message;
    }
}
