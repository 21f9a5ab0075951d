using System.Buffers.Binary;
using System.Text;
using Gatepost.Evidence.Dns;

namespace Gatepost.Lab.Dns;

/// <summary>DNS messages of the lab's servers (RFC 1035 section 4): questions in, answers out. Names are not compressed.</summary>
internal static class LabWire
{
    private const int HeaderLength = 12;
    private const ushort ClassIn = 1;
    private const ushort OurPayloadSize = 1232;
    private const ushort ExtendedErrorOption = 15;

    /// <summary>Reads a question; null where the octets are none.</summary>
    public static LabQuestion? Decode(ReadOnlySpan<byte> message)
    {
        if (message.Length < HeaderLength || (message[2] & 0xF8) != 0 || U16(message, 4) != 1) return null;
        var at = HeaderLength;
        if (Name(message, ref at) is not { } name || at + 4 > message.Length) return null;
        var question = new LabQuestion(U16(message, 0), name, (DnsType)U16(message, at))
        {
            RecursionDesired = (message[2] & 1) != 0,
            CheckingDisabled = (message[3] & 0x10) != 0,
            WantsAuthenticData = (message[3] & 0x20) != 0,
        };
        at += 4;
        var hasOpt = U16(message, 10) > 0 && at + 11 <= message.Length && message[at] == 0 && U16(message, at + 1) == (ushort)DnsType.Opt;
        return !hasOpt ? question : question with
        {
            PayloadSize = U16(message, at + 3),
            WantsAuthenticData = question.WantsAuthenticData || (message[at + 7] & 0x80) != 0,
        };
    }

    /// <summary>Writes the answer to a question. What does not fit is left out, and TC says so.</summary>
    public static byte[] Encode(LabQuestion question, LabAnswer answer, int most)
    {
        var whole = Write(question, answer, truncated: false);
        return whole.Length <= most
            ? whole
            : Write(question, answer with { Answers = [], Authority = [], Additional = [] }, truncated: true);
    }

    private static byte[] Write(LabQuestion question, LabAnswer answer, bool truncated)
    {
        var message = new List<byte>(512);
        U16(message, question.Id);
        message.Add((byte)(0x80 | (answer.Authoritative ? 4 : 0) | (truncated ? 2 : 0) | (question.RecursionDesired ? 1 : 0)));
        message.Add((byte)((answer.RecursionAvailable ? 0x80 : 0) | (answer.AuthenticData ? 0x20 : 0) | (question.CheckingDisabled ? 0x10 : 0) | answer.Rcode));
        U16(message, 1);
        U16(message, answer.Answers.Count);
        U16(message, answer.Authority.Count);
        U16(message, answer.Additional.Count + (question.PayloadSize is null ? 0 : 1));
        Name(message, question.Name);
        U16(message, (ushort)question.Type);
        U16(message, ClassIn);
        foreach (var record in answer.Answers.Concat(answer.Authority).Concat(answer.Additional)) Record(message, record);
        if (question.PayloadSize is not null) Opt(message, answer.Errors);
        return [.. message];
    }

    private static void Record(List<byte> message, DnsRecord record)
    {
        Name(message, record.Name);
        U16(message, (ushort)record.Type);
        U16(message, ClassIn);
        U32(message, record.Ttl);
        Sized(message, record.Data, Data);
    }

    private static void Opt(List<byte> message, IReadOnlyList<ExtendedDnsError> errors)
    {
        message.Add(0);
        U16(message, (ushort)DnsType.Opt);
        U16(message, OurPayloadSize);
        U32(message, 0);
        Sized(message, errors, static (m, all) =>
        {
            foreach (var error in all)
            {
                U16(m, ExtendedErrorOption);
                Sized(m, error, static (option, e) =>
                {
                    U16(option, e.Code);
                    option.AddRange(Encoding.UTF8.GetBytes(e.Text));
                });
            }
        });
    }

    private static void Data(List<byte> message, DnsData data)
    {
        switch (data)
        {
            case DnsData.Address address:
                message.AddRange(address.Value.GetAddressBytes());
                break;
            case DnsData.Target target:
                Name(message, target.Name);
                break;
            case DnsData.Mx mx:
                U16(message, mx.Preference);
                Name(message, mx.Exchange);
                break;
            case DnsData.Txt txt:
                foreach (var part in Encoding.Latin1.GetBytes(txt.Text).Chunk(255))
                {
                    message.Add((byte)part.Length);
                    message.AddRange(part);
                }

                if (txt.Text.Length == 0) message.Add(0);
                break;
            case DnsData.Soa soa:
                Name(message, soa.PrimaryServer);
                Name(message, soa.Mailbox);
                foreach (var number in (uint[])[soa.Serial, soa.Refresh, soa.Retry, soa.Expire, soa.Minimum]) U32(message, number);
                break;
            case DnsData.Octets octets:
                message.AddRange(octets.Value.Span);
                break;
        }
    }

    /// <summary>Writes something with its length in two octets before it.</summary>
    private static void Sized<T>(List<byte> message, T value, Action<List<byte>, T> write)
    {
        var at = message.Count;
        U16(message, 0);
        write(message, value);
        var length = message.Count - at - 2;
        message[at] = (byte)(length >> 8);
        message[at + 1] = (byte)length;
    }

    private static string? Name(ReadOnlySpan<byte> message, ref int at)
    {
        List<string> labels = [];
        while (at < message.Length)
        {
            int length = message[at++];
            if (length == 0) return labels.Count == 0 ? Names.Root : string.Join('.', labels);
            if (length > 63 || at + length > message.Length || labels.Count > 127) return null;
            labels.Add(Encoding.Latin1.GetString(message.Slice(at, length)).ToLowerInvariant());
            at += length;
        }

        return null;
    }

    private static void Name(List<byte> message, string name)
    {
        foreach (var label in name == Names.Root ? [] : name.Split('.'))
        {
            message.Add((byte)label.Length);
            message.AddRange(Encoding.Latin1.GetBytes(label));
        }

        message.Add(0);
    }

    private static ushort U16(ReadOnlySpan<byte> message, int at) => BinaryPrimitives.ReadUInt16BigEndian(message[at..]);

    private static void U16(List<byte> message, int value)
    {
        message.Add((byte)(value >> 8));
        message.Add((byte)value);
    }

    private static void U32(List<byte> message, uint value)
    {
        U16(message, (int)(value >> 16));
        U16(message, (int)(value & 0xFFFF));
    }
}
