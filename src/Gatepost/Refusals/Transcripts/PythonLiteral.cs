using System.Text;
using Gatepost.Smtp;

namespace Gatepost.Refusals.Transcripts;

/// <summary>The inside of a Python string or bytes literal, as smtplib prints what it sends and receives.</summary>
internal static class PythonLiteral
{
    public static bool HoldsCommand(ReadOnlySpan<char> said)
    {
        var end = said.IndexOf('\\');
        return SmtpCommand.PhaseOf((end < 0 ? said.TrimEnd("'\"") : said[..end]).Trim()) is not null;
    }

    /// <summary>Undoes the escapes and takes the closing quotation mark off; unknown escapes stay as they are.</summary>
    public static string Decode(ReadOnlySpan<char> said)
    {
        said = said.TrimEnd();
        if (said.Length > 0 && said[^1] is '\'' or '"') said = said[..^1];
        var text = new StringBuilder(said.Length);
        for (var i = 0; i < said.Length; i++)
        {
            if (said[i] != '\\' || i + 1 >= said.Length)
            {
                text.Append(said[i]);
                continue;
            }

            i++;
            switch (said[i])
            {
                case 'r': text.Append('\r'); break;
                case 'n': text.Append('\n'); break;
                case 't': text.Append('\t'); break;
                case '\\' or '\'' or '"': text.Append(said[i]); break;
                case 'x' when i + 2 < said.Length && char.IsAsciiHexDigit(said[i + 1]) && char.IsAsciiHexDigit(said[i + 2]):
                    text.Append((char)Convert.ToByte(said.Slice(i + 1, 2).ToString(), 16));
                    i += 2;
                    break;
                default: text.Append('\\').Append(said[i]); break;
            }
        }

        return text.ToString();
    }
}
