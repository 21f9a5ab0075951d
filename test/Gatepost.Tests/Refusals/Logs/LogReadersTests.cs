using System.Text;
using Gatepost.Refusals;
using Gatepost.Refusals.Logs;
using Gatepost.Tests.Refusals.Logs.Courier;
using Gatepost.Tests.Refusals.Logs.Exim;
using Gatepost.Tests.Refusals.Logs.Haraka;
using Gatepost.Tests.Refusals.Logs.Kerio;
using Gatepost.Tests.Refusals.Logs.KumoMta;
using Gatepost.Tests.Refusals.Logs.OpenSmtpd;
using Gatepost.Tests.Refusals.Logs.Qmail;
using Gatepost.Tests.Refusals.Logs.Sendmail;

namespace Gatepost.Tests.Refusals.Logs;

public sealed class LogReadersTests
{
    public static TheoryData<InputFormat> Formats =>
    [
        InputFormat.Exim, InputFormat.Sendmail, InputFormat.OpenSmtpd, InputFormat.Qmail, InputFormat.Courier,
        InputFormat.Haraka, InputFormat.Kerio, InputFormat.KumoMta,
    ];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_line_is_recognised_best_by_its_own_reader(InputFormat format)
    {
        var readers = LogReaders.All(LogLines.Clock, ReadLimits.Default);
        foreach (var line in LinesOf(format))
        {
            var bytes = Encoding.UTF8.GetBytes(line);
            Assert.True(LogRouter.Pick(readers, bytes)?.Format == format, $"{LogRouter.Pick(readers, bytes)?.Format}: {line}");
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_log_is_detected_from_its_first_lines(InputFormat format)
    {
        var detection = LogDetection.Detect(
            Encoding.UTF8.GetBytes(string.Join('\n', LinesOf(format))), LogReaders.All(LogLines.Clock, ReadLimits.Default));
        Assert.Equal(format, detection.Readers[0].Format);
    }

    [Fact]
    public void Every_format_has_one_reader()
    {
        var readers = LogReaders.All(LogLines.Clock, ReadLimits.Default);
        Assert.Equal(readers.Count, readers.Select(reader => reader.Format).Distinct().Count());
    }

    private static IEnumerable<string> LinesOf(InputFormat format) => format switch
    {
        InputFormat.Exim => EximReaderTests.Outbound.Concat(EximReaderTests.Inbound).Select(row => row.Data.Item1).Where(line => !line.StartsWith(' ')),
        InputFormat.Sendmail => SendmailReaderTests.Lines.Select(row => row.Data.Item1),
        InputFormat.OpenSmtpd => OpenSmtpdReaderTests.Lines.Select(row => row.Data.Item1),
        InputFormat.Qmail => QmailReaderTests.Lines.Select(row => row.Data.Item1),
        InputFormat.Courier => CourierReaderTests.Lines.Select(row => row.Data.Item1),
        InputFormat.Haraka => HarakaReaderTests.Lines.Select(row => row.Data.Item1),
        InputFormat.Kerio => KerioReaderTests.Lines.Select(row => row.Data.Item1),
        _ => KumoMtaReaderTests.Lines.Select(row => row.Data.Item1),
    };
}
