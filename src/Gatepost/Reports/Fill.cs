using Gatepost.Diagnoses;

namespace Gatepost.Reports;

/// <summary>Puts a case's own names into <see cref="Cause.Plain"/>; a plain word where a name is not known.</summary>
internal readonly struct Fill
{
    private readonly (string Mark, string Value)[] _values;

    public Fill(Diagnosis diagnosis)
    {
        var r = diagnosis.Refusal;
        Domain = Name(Words.Domain(r.Recipient)) ?? "the recipient's domain";
        _values =
        [
            ("{server}", Name(Words.RefusingServer(r)) ?? "the mail server"),
            ("{recipient}", Name(r.Recipient) ?? "the recipient"),
            ("{domain}", Domain),
            ("{sender}", Name(r.Sender) ?? "the sender"),
        ];
    }

    public string Domain { get; }

    public string In(string template)
    {
        if (!template.Contains('{')) return template;
        foreach (var (mark, value) in _values)
        {
            for (var at = template.IndexOf(mark, StringComparison.Ordinal); at >= 0;
                 at = template.IndexOf(mark, at + value.Length, StringComparison.Ordinal))
            {
                var word = StartsSentence(template, at) && value.StartsWith("the ", StringComparison.Ordinal) ? "T" + value[1..] : value;
                template = string.Concat(template.AsSpan(0, at), word, template.AsSpan(at + mark.Length));
            }
        }

        return template;
    }

    private static bool StartsSentence(string text, int at) => at == 0 || (at >= 2 && text[at - 1] == ' ' && text[at - 2] is '.' or '?' or '!');

    // Braces go so that a name cannot stand for another; blanks go so that it stays one word.
    private static string? Name(string? name) =>
        Words.NotEmpty(name) is not { } known ? null
        : Escape.Line(known.Replace(' ', '_').Replace('\t', '_').Replace('{', '(').Replace('}', ')'), 64);
}
