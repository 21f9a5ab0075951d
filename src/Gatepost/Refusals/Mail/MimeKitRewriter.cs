using System.Text;
using MimeKit;

namespace Gatepost.Refusals.Mail;

/// <summary>
/// The second way to read a mail: MimeKit parses it and it is written anew in plain form (every part decoded, boundaries
/// that occur nowhere else). Used where the own scanner finds no parts in a mail that says it has some, and by tests to
/// hold both ways against each other.
/// </summary>
internal static class MimeKitRewriter
{
    /// <summary>The mail in plain form; null where MimeKit cannot read it, either.</summary>
    public static byte[]? Rewrite(ReadOnlyMemory<byte> mail, ReadLimits limits)
    {
        try
        {
            using var source = new MemoryStream(mail.ToArray(), writable: false);
            var options = ParserOptions.Default.Clone();
            options.MaxMimeDepth = limits.Nesting + 1;
            var message = MimeMessage.Load(options, source);
            using var output = new MemoryStream(mail.Length + 512);
            new Writer(output).Write(message);
            return output.ToArray();
        }
        catch (Exception e) when (e is FormatException or IOException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            return null;
        }
    }

    private sealed class Writer(MemoryStream output)
    {
        private int _boundaries;

        public void Write(MimeMessage message)
        {
            foreach (var header in message.Headers) Write(header);
            if (message.Body is { } body) Write(body);
            else Line("");
        }

        private void Write(MimeEntity entity)
        {
            var boundary = entity is Multipart ? $"=_plain_{++_boundaries}_7f3a91c4d2" : null;
            foreach (var header in entity.Headers)
            {
                if (header.Id == HeaderId.ContentTransferEncoding) continue;
                if (boundary is not null && header.Id == HeaderId.ContentType) continue;
                Write(header);
            }

            if (boundary is not null)
            {
                var type = entity.ContentType;
                var report = type.Parameters["report-type"] is { } kind ? $"; report-type=\"{kind}\"" : "";
                Line($"Content-Type: multipart/{type.MediaSubtype}{report}; boundary=\"{boundary}\"");
            }

            Line("");
            switch (entity)
            {
                case Multipart multipart:
                    foreach (var child in multipart)
                    {
                        Line("--" + boundary);
                        Write(child);
                        Line("");
                    }

                    Line($"--{boundary}--");
                    break;
                case MessagePart { Message: { } inner }:
                    Write(inner);
                    break;
                case MimePart { Content: { } content }:
                    content.DecodeTo(output);
                    break;
            }
        }

        private void Write(Header header)
        {
            if (header.Field.AsSpan().ContainsAny(" \t\r\n:")) return;
            output.Write(Encoding.UTF8.GetBytes(header.Field));
            output.WriteByte((byte)':');
            var value = header.RawValue;
            output.Write(value);
            if (value.Length == 0 || value[^1] != '\n') output.WriteByte((byte)'\n');
        }

        private void Line(string text) => output.Write(Encoding.UTF8.GetBytes(text + "\n"));
    }
}
