namespace Gatepost.Tests.Diagnoses;

/// <summary>The labels that the project reads otherwise, from the decision record that gives the reasons.</summary>
internal static class LabelExceptions
{
    /// <summary>Our reading by file, index and field; empty where the record is not beside the tests.</summary>
    public static Dictionary<(string File, int Index, string Field), string> Read()
    {
        var table = new Dictionary<(string, int, string), string>();
        if (Find() is not { } path) return table;
        foreach (var line in File.ReadLines(path))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            if (cells.Length >= 8 && int.TryParse(cells[2], out var index)) table[(cells[1], index, cells[3])] = cells[5];
        }

        return table;
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "docs", "decisions", "0002-labels-we-read-otherwise.md");
            if (File.Exists(path)) return path;
        }

        return null;
    }
}
