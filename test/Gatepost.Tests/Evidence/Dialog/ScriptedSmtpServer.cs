using System.Globalization;

namespace Gatepost.Tests.Evidence.Dialog;

/// <summary>
/// A server that follows a script, a line a step: <c>S: text</c> says a line; <c>raw: text</c> says octets, with <c>\r \n \0</c>;
/// <c>C: text</c> waits for a line, where <c>*</c> at the end stands for anything; <c>starttls</c>, <c>drop</c> (close), <c>reset</c>,
/// <c>silent</c>, <c>pause MS</c>, <c>drip MS text</c> (an octet at a time), <c>endless text</c>.
/// </summary>
internal sealed class ScriptedSmtpServer(string script) : TestServer
{
    private readonly string[] _steps = script.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The first line that the script did not expect.</summary>
    public string? Surprise { get; private set; }

    protected override async Task Serve(Connection connection)
    {
        foreach (var step in _steps)
        {
            var (verb, rest) = step.IndexOf(' ') is var blank and > 0 ? (step[..blank], step[(blank + 1)..]) : (step, "");
            switch (verb)
            {
                case "S:":
                    await connection.Send(rest + "\r\n");
                    break;
                case "raw:":
                    await connection.Send(Unescape(rest));
                    break;
                case "C:":
                    if (!await Expect(connection, rest)) return;
                    break;
                case "starttls":
                    await connection.StartTls();
                    break;
                case "drop":
                    await connection.Finish();
                    return;
                case "reset":
                    connection.Reset();
                    return;
                case "silent":
                    await connection.Finish(isSilent: true);
                    return;
                case "pause":
                    await Task.Delay(int.Parse(rest, CultureInfo.InvariantCulture));
                    break;
                case "drip":
                    var parts = rest.Split(' ', 2);
                    foreach (var c in Unescape(parts[1]))
                    {
                        await connection.Send(c.ToString());
                        await Task.Delay(int.Parse(parts[0], CultureInfo.InvariantCulture));
                    }

                    break;
                case "endless":
                    while (true) await connection.Send(Unescape(rest));
                default:
                    throw new InvalidOperationException(step);
            }
        }

        await connection.Finish();
    }

    private async Task<bool> Expect(Connection connection, string pattern)
    {
        var line = await connection.ReadLine();
        var fits = line is not null && (pattern.EndsWith('*') ? line.StartsWith(pattern[..^1], StringComparison.Ordinal) : line == pattern);
        if (!fits) Surprise ??= line ?? "the end";
        return fits;
    }

    private static string Unescape(string text) =>
        text.Replace("\\r", "\r", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\0", "\0", StringComparison.Ordinal);
}
