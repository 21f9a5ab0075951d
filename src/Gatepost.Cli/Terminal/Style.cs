using Gatepost.Reports;

namespace Gatepost.Cli.Terminal;

/// <summary>How reports look on this terminal: --color, NO_COLOR, TERM, COLUMNS.</summary>
internal static class Style
{
    public static ReportStyle Of(string color, bool verbose)
    {
        var isTerminal = !Console.IsOutputRedirected;
        return new ReportStyle { Columns = Columns(isTerminal), Color = HasColor(color, isTerminal), Verbose = verbose };
    }

    private static bool HasColor(string color, bool isTerminal) => color switch
    {
        "always" => true,
        "never" => false,
        _ => isTerminal
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") is { Length: > 0 } and not "dumb",
    };

    private static int Columns(bool isTerminal)
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var columns) && columns > 0) return columns;
        try
        {
            return isTerminal && Descriptor.Columns(1) is > 0 and var width ? width : 80;
        }
        catch (IOException)
        {
            return 80;
        }
    }
}
