using System.Text;

namespace Gatepost.Tests.Lab;

/// <summary>SMTP by hand: a line out, a reply in.</summary>
internal static class Lines
{
    /// <summary>Sends a line and reads the reply to it; its lines parted by line feeds.</summary>
    public static async Task<string> Say(Stream stream, string line)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"));
        return await Reply(stream);
    }

    /// <summary>Reads one reply.</summary>
    public static async Task<string> Reply(Stream stream)
    {
        List<string> lines = [];
        do lines.Add(await Line(stream));
        while (lines[^1].Length > 3 && lines[^1][3] == '-');
        return string.Join('\n', lines);
    }

    private static async Task<string> Line(Stream stream)
    {
        var line = new StringBuilder();
        var octet = new byte[1];
        while (await stream.ReadAsync(octet).AsTask().WaitAsync(TimeSpan.FromSeconds(5)) == 1 && octet[0] != '\n') line.Append((char)octet[0]);
        return line.ToString().TrimEnd('\r');
    }
}
