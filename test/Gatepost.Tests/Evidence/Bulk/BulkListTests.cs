using System.Text;
using CsCheck;
using Gatepost.Evidence.Bulk;

namespace Gatepost.Tests.Evidence.Bulk;

public sealed class BulkListTests
{
    private static readonly string[] Pieces = ["a.example\n", "\n", "#c\r\n", "pat@b.example\n", "\r", "x x\n", "\u00e9.example\n", "\0"];

    private static List<BulkLine> Read(byte[] bytes, int chunk = int.MaxValue)
    {
        using var stream = new Chunks(bytes, chunk);
        return [.. BulkList.Read(stream, TestContext.Current.CancellationToken).ToBlockingEnumerable(TestContext.Current.CancellationToken)];
    }

    [Fact]
    public void Comments_blanks_and_line_ends()
    {
        var lines = Read(Encoding.UTF8.GetBytes("\uFEFFexample.net\r\n# a comment\n\n  pat@example.org \nmail.example.com:25"));
        Assert.Equal([(1L, "example.net"), (4L, "pat@example.org"), (5L, "mail.example.com:25")], lines.Select(static l => (l.Number, l.Target!.Text)));
    }

    [Fact]
    public void A_line_that_is_no_target_has_its_number_and_the_rest_is_read()
    {
        var lines = Read(Encoding.UTF8.GetBytes($"a.example\npat@@x\n{new string('x', 5_000_000)}\nb.example"));
        Assert.Equal([1L, 2, 3, 4], lines.Select(static l => l.Number));
        Assert.Equal([true, false, false, true], lines.Select(static l => l.Target is not null));
        Assert.Contains("too long", lines[2].Problem.Message);
    }

    [Fact]
    public void How_the_bytes_come_does_not_matter() =>
        Gen.Select(Gen.Int[0, Pieces.Length - 1].Array[0, 30], Gen.Int[1, 7])
            .Sample((pieces, chunk) =>
            {
                var bytes = Encoding.UTF8.GetBytes(string.Concat(pieces.Select(static p => Pieces[p])));
                Assert.Equal(Read(bytes).Select(static l => l.ToString()), Read(bytes, chunk).Select(static l => l.ToString()));
            });

    private sealed class Chunks(byte[] bytes, int most) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span[..Math.Min(buffer.Length, most)]));
    }
}
