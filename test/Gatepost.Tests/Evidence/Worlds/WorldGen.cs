using System.Net;
using CsCheck;
using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Dns;
using Gatepost.Evidence.Worlds;
using Gatepost.Smtp;

namespace Gatepost.Tests.Evidence.Worlds;

/// <summary>Makes worlds of every shape, with hostile texts.</summary>
internal static class WorldGen
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Char['\u0000', '\u00ff'].Array[0, 12].Select(static c => new string(c)),
        Pick("", "\u001b[31m", "a \"quoted\" \\ text", "\u202e", "\ud83d\ude00", "<pat@example.net>", "\\032", "x" + new string('y', 600)));

    private static readonly Gen<string?> Maybe = Gen.OneOf(Text.Select(static string? (t) => t), Gen.Const((string?)null));
    private static readonly Gen<string> Name = Pick("example.net", "mx1.example.net", ".", "xn--bcher-kva.example", "a\\032b.example", "_dmarc.example.net", "1.2.0.192.in-addr.arpa");
    private static readonly Gen<IPAddress> Address4 = Gen.UInt.Select(static n => new IPAddress(n));
    private static readonly Gen<IPAddress> Address6 = Gen.Byte.Array[16].Select(static b => new IPAddress(b));
    private static readonly Gen<IPEndPoint> EndPoint = Gen.Select(Gen.OneOf(Address4, Address6), Gen.Int[0, 65535], static (a, p) => new IPEndPoint(a, p));
    private static readonly Gen<IPEndPoint?> MaybeEndPoint = Gen.OneOf(EndPoint.Select(static IPEndPoint? (e) => e), Gen.Const((IPEndPoint?)null));
    private static readonly Gen<DateTimeOffset> Time = Gen.Long[0, DateTimeOffset.MaxValue.Ticks].Select(static t => new DateTimeOffset(t, TimeSpan.Zero));
    private static readonly Gen<TimeSpan> Span = Gen.Long[0, TimeSpan.TicksPerDay * 3].Select(static t => TimeSpan.FromTicks(t));

    private static readonly Gen<DnsRecord> Record = Gen.Select(Name, Gen.UInt, Gen.OneOf(
        Address4.Select(static a => (DnsType.A, (DnsData)new DnsData.Address(a))),
        Address6.Select(static a => (DnsType.Aaaa, (DnsData)new DnsData.Address(a))),
        Gen.Select(Gen.Enum<DnsType>().Where(static t => t is DnsType.Ns or DnsType.Cname or DnsType.Ptr), Name, static (t, n) => (t, (DnsData)new DnsData.Target(n))),
        Gen.Select(Gen.UShort, Name, static (p, n) => (DnsType.Mx, (DnsData)new DnsData.Mx(p, n))),
        Text.Select(static t => (DnsType.Txt, (DnsData)new DnsData.Txt(t))),
        Gen.Select(Name, Name, Gen.UInt.Array[5], static (a, b, n) => (DnsType.Soa, (DnsData)new DnsData.Soa(a, b, n[0], n[1], n[2], n[3], n[4]))),
        Gen.Select(Gen.UShort, Gen.Byte.Array[0, 40], static (t, b) => ((DnsType)t, (DnsData)new DnsData.Octets(b)))),
        static (name, ttl, data) => new DnsRecord(name, data.Item1, ttl, data.Item2));

    public static readonly Gen<DnsResponse> Response =
        Gen.Select(
            Gen.Select(Name, Gen.Enum<DnsType>(), MaybeEndPoint, Gen.Bool.Array[7]),
            Gen.Select(Gen.Enum<DnsOutcome>(), Gen.Int[0, 23], Record.Array[0, 3], Record.Array[0, 2], Record.Array[0, 2]),
            Gen.Select(Gen.Select(Gen.Int[0, 30], Text, static (c, t) => new ExtendedDnsError(c, t)).Array[0, 2], MaybeEndPoint, Time, Span, Maybe),
            static (q, a, m) => new DnsResponse(
                new DnsQuery(q.Item1, q.Item2) { Server = q.Item3, RecursionDesired = q.Item4[0], CheckingDisabled = q.Item4[1], DnssecOk = q.Item4[2] }, a.Item1)
            {
                Rcode = a.Item2 == 23 ? null : a.Item2,
                Authoritative = q.Item4[3],
                AuthenticData = q.Item4[4],
                RecursionAvailable = q.Item4[5],
                OverTcp = q.Item4[6],
                Answers = a.Item3,
                Authority = a.Item4,
                Additional = a.Item5,
                Errors = m.Item1,
                Server = m.Item2,
                ObservedAt = m.Item3,
                Elapsed = m.Item4,
                Problem = m.Item5,
            });

    private static readonly Gen<Reply?> MaybeReply = Gen.OneOf(Gen.Const((Reply?)null),
        Gen.Select(Gen.Int[200, 600], Gen.Int[0, 3], Text, static Reply? (c, s, t) =>
            new Reply(c == 600 ? null : c, s == 0 ? null : EnhancedStatus.Create(5, s, 1), t)));

    private static readonly Gen<EhloOffer?> MaybeOffer = Gen.OneOf(Gen.Const((EhloOffer?)null),
        Gen.Select(Text, Text.Array[0, 3], static EhloOffer? (h, e) => new EhloOffer(h, e)));

    private static readonly Gen<TlsSession?> MaybeTls = Gen.OneOf(Gen.Const((TlsSession?)null),
        Gen.Select(Text, Maybe, Text.Array[0, 2], Time, Gen.Bool, static TlsSession? (t, m, n, at, b) => new TlsSession
        {
            Protocol = t, CipherSuite = t, Subject = m, Issuer = m, Names = n, NotBefore = b ? at : null, NotAfter = at, NamesTheHost = b, ChainProblem = m,
        }));

    private static readonly Gen<DialogPlan> Plan =
        Gen.Select(Text, EndPoint, Gen.Enum<TlsMode>(), Gen.Select(Text, Text.Array[0, 3], static (s, r) => new Envelope(s, r)).Array[0, 3], Maybe, Gen.Bool,
            static (text, address, tls, envelopes, maybe, flag) => new DialogPlan(text, address, "probe.example")
            {
                Tls = tls, Envelopes = envelopes, XClient = maybe, MayPipeline = flag, Source = flag ? address.Address : null,
                Proxy = flag ? null : new ProxyHeader(2, address, address),
            });

    public static readonly Gen<DialogResult> Dialog =
        Gen.Select(
            Gen.Select(Plan, Gen.Enum<SmtpPhase>(), Gen.Enum<DialogFault>(), Maybe),
            Gen.Select(MaybeReply, MaybeOffer, MaybeOffer, MaybeTls),
            Gen.Select(Gen.Select(Gen.Int[0, 3], Text, MaybeReply, Gen.Enum<SmtpPhase>(), static (e, t, r, p) => new RecipientAnswer(e, t, r, p)).Array[0, 4],
                Gen.Select(Gen.Enum<WireKind>(), Text, Span, static (k, t, s) => new WireLine(k, t, s)).Array[0, 4], MaybeEndPoint, Time, Span),
            static (plan, said, rest) => new DialogResult(plan.Item1, new DialogOutcome(plan.Item2, plan.Item3, plan.Item4))
            {
                Banner = said.Item1,
                OfferBeforeTls = said.Item2,
                OfferUnderTls = said.Item3,
                Tls = said.Item4,
                Login = said.Item1 is null ? null : new LoginResult(plan.Item4, true, said.Item1, plan.Item4),
                Recipients = rest.Item1,
                Wire = rest.Item2,
                LocalAddress = rest.Item3,
                StartedAt = rest.Item4,
                Elapsed = rest.Item5,
                RoundTrips = rest.Item1.Length,
                SlowestReply = rest.Item5,
            });

    public static readonly Gen<World> World =
        Gen.Select(Time, Text, Maybe, Gen.Bool, Response.Array[0, 3], Dialog.Array[0, 3], static (time, text, maybe, flag, responses, dialogs) => new World
        {
            RecordedAt = time, Version = "0.1.0", Helo = text, Target = text, IsComplete = flag,
            Input = maybe is null ? null : new WorldInput("bounce.eml", maybe), Responses = responses, Dialogs = dialogs,
        });

    private static Gen<string> Pick(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);
}
