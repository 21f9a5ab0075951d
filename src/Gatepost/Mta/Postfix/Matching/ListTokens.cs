namespace Gatepost.Mta.Postfix.Matching;

/// <summary>Cuts values as Postfix does: at commas and white space, but not inside braces.</summary>
internal static class ListTokens
{
    public static IEnumerable<string> Split(string value)
    {
        var start = -1;
        var depth = 0;
        for (var i = 0; i <= value.Length; i++)
        {
            var c = i < value.Length ? value[i] : ',';
            if (i < value.Length && (depth > 0 || c is not (',' or ' ' or '\t' or '\r' or '\n')))
            {
                if (start < 0) start = i;
                if (c == '{') depth++;
                else if (c == '}' && depth > 0) depth--;
                continue;
            }

            if (start >= 0) yield return value[start..i];
            start = -1;
        }
    }
}
