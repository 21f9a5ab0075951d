using System.Text;

namespace Gatepost.Cli.Lab;

/// <summary>Folds running text to the width of the page.</summary>
internal static class Paragraph
{
    /// <summary>Appends the text in lines of at most <paramref name="columns"/>, each after <paramref name="indent"/>.</summary>
    public static void Append(StringBuilder output, string text, int columns, string indent)
    {
        var column = 0;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (column > 0 && column + 1 + word.Length > columns)
            {
                output.Append('\n');
                column = 0;
            }

            output.Append(column == 0 ? indent : " ").Append(word);
            column += (column == 0 ? indent.Length : 1) + word.Length;
        }

        output.Append('\n');
    }
}
