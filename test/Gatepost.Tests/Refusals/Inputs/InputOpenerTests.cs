using System.IO.Compression;
using System.Text;
using Gatepost.Refusals;
using Gatepost.Refusals.Inputs;

namespace Gatepost.Tests.Refusals.Inputs;

public sealed class InputOpenerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gatepost-inputs-");

    public void Dispose() => _folder.Delete(recursive: true);

    private string File(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] All(OpenedInput input)
    {
        using var copy = new MemoryStream();
        using var stream = input.OpenRead();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static OpenResult Open(string path, ReadLimits? limits = null) => new InputOpener(limits ?? ReadLimits.Default).Open(new InputEntry(path));

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(OpenedInput.HeadBytes - 1)]
    [InlineData(OpenedInput.HeadBytes)]
    [InlineData(OpenedInput.HeadBytes + 1)]
    [InlineData(300_000)]
    public void Bytes_come_as_they_are_packed_or_not(int length)
    {
        var bytes = Enumerable.Range(0, length).Select(static i => (byte)('a' + i % 26)).ToArray();
        var members = Gzip(bytes[..(length / 3)]).Concat(Gzip(bytes[(length / 3)..])).ToArray();
        foreach (var path in new[] { File("plain", bytes), File("packed.txt", Gzip(bytes)), File("members.log", members) })
        {
            using (var input = Open(path).Input!) Assert.Equal(bytes, All(input));
            using (var input = Open(path).Input!) Assert.Equal(bytes, input.ReadDocument(ReadLimits.Default).Bytes.ToArray());
        }
    }

    [Fact]
    public void Marked_encodings_become_UTF_8()
    {
        const string Text = "550 5.7.1 Größe \U0001F600 abgelehnt\r\n";
        foreach (var encoding in new[] { new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32 })
        {
            foreach (var repeat in new[] { 1, 20_000 })
            {
                var text = string.Concat(Enumerable.Repeat(Text, repeat));
                byte[] bytes = [.. encoding.Preamble, .. encoding.GetBytes(text)];
                using var plain = Open(File("text", bytes)).Input!;
                Assert.Equal(text, Encoding.UTF8.GetString(All(plain)));
                using var packed = Open(File("text.gz", Gzip(bytes))).Input!;
                Assert.Equal(text, Encoding.UTF8.GetString(All(packed)));
            }
        }
    }

    [Fact]
    public void A_gzip_bomb_is_read_to_the_limit_only()
    {
        var limits = new ReadLimits { UncompressedBytes = 1 << 20 };
        using var input = Open(File("bomb", Gzip(new byte[32 << 20])), limits).Input!;
        Assert.Equal(1 << 20, All(input).Length);
        Assert.Contains("limit", Assert.Single(input.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_archive_gives_what_is_whole_and_a_note()
    {
        var random = new Random(1);
        var bytes = Enumerable.Range(0, 400_000).Select(_ => (byte)('a' + random.Next(26))).ToArray();
        var packed = Gzip(bytes);
        packed.AsSpan(packed.Length / 2, 2000).Fill(0xFF);
        using var input = Open(File("damaged.gz", packed)).Input!;
        var read = All(input);
        Assert.InRange(read.Length, 1000, bytes.Length);
        Assert.Equal(bytes[..1000], read[..1000]);
        Assert.NotEmpty(input.Notes);
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_told_in_plain_words()
    {
        Assert.Equal("no such file", Open(Path.Combine(_folder.FullName, "none")).Problem);
        Assert.Equal("no such file", Open(Path.Combine(_folder.FullName, "none", "none")).Problem);
        Assert.Equal("is a directory", Open(_folder.FullName).Problem);
        Assert.Equal("not a file name", Open("a\0b").Problem);
        Assert.Equal("the name is too long", Open(Path.Combine(_folder.FullName, new string('x', 5000))).Problem);
        Assert.Equal("there is no standard input", new InputOpener(ReadLimits.Default).Open(new InputEntry("-") { IsStandardInput = true }).Problem);
    }

    [Fact]
    public void Standard_input_is_read_in_the_pieces_it_comes_in()
    {
        var bytes = Enumerable.Range(0, 200_000).Select(static i => (byte)i).ToArray();
        using var input = new InputOpener(ReadLimits.Default, () => new ChunkedStream(bytes, 777)).Open(new InputEntry("-") { IsStandardInput = true }).Input!;
        Assert.Equal(bytes, All(input));
    }

    [Fact]
    public void A_document_is_cut_at_the_limit()
    {
        foreach (var length in new[] { 5000, 500_000 })
        {
            using var input = Open(File("long", new byte[length])).Input!;
            var document = input.ReadDocument(new ReadLimits { DocumentBytes = 4000 });
            Assert.Equal((4000, true), (document.Bytes.Length, document.IsCut));
        }
    }
}
