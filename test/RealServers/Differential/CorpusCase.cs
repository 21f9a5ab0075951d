using System.Text;
using Gatepost.Relay;

namespace Gatepost.RealServers.Differential;

/// <summary>A case of <c>corpus/relay</c>: a configuration, questions and what the real server answered.</summary>
/// <param name="Server">The folder: <c>postfix</c>.</param>
/// <param name="Name">A short name.</param>
/// <param name="Files">The configuration's files.</param>
internal sealed record CorpusCase(string Server, string Name, IReadOnlyDictionary<string, string> Files)
{
    private readonly StringBuilder _questions = new();
    private readonly StringBuilder _decisions = new();

    /// <summary>Adds an attempt with the server's answer, and the recipient's class where it accepted.</summary>
    public CorpusCase With(Attempt attempt, Observed observed, AddressClass? accepted, string? listener = null)
    {
        _questions.Append(Line(attempt, listener)).Append('\n');
        _decisions.Append(observed).Append(observed.IsAccepted ? $" {Word(accepted ?? AddressClass.Other)}" : "").Append('\n');
        return this;
    }

    /// <summary>Writes the files below a folder.</summary>
    public void Write(string corpus)
    {
        var folder = Path.Combine(corpus, Server, Name);
        foreach (var (name, text) in All())
        {
            var path = Path.Combine(folder, name.TrimStart('/'));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }

    /// <summary>All files, one after the other.</summary>
    public override string ToString() => string.Join("", All().Select(f => $"--- corpus/relay/{Server}/{Name}/{f.Name}\n{f.Text}"));

    /// <summary>An attempt as a line of <c>questions.txt</c>.</summary>
    public static string Line(Attempt attempt, string? listener = null)
    {
        var line = new StringBuilder($"client={attempt.Client}");
        var name = attempt.Name.Status switch
        {
            NameStatus.Verified => attempt.Name.Name,
            NameStatus.Forged => "?" + attempt.Name.Name,
            NameStatus.Temporary => "!" + attempt.Name.Name,
            _ => null,
        };
        Add("name", name);
        Add("helo", attempt.Helo);
        Add("login", attempt.Login?.User);
        Add("tls", attempt.Tls is null ? null : "yes");
        Add("from", attempt.MailFrom.Length == 0 ? "<>" : attempt.MailFrom);
        Add("to", attempt.RcptTo);
        Add("listener", listener);
        return line.ToString();

        void Add(string key, string? value)
        {
            if (value is not null) line.Append(' ').Append(key).Append('=').Append(Quoted(value));
        }
    }

    private IEnumerable<(string Name, string Text)> All() =>
        [.. Files.Select(static f => (f.Key, f.Value)), ("questions.txt", _questions.ToString()), ("decisions.txt", _decisions.ToString())];

    private static string Quoted(string value) => value.Length > 0 && value.AsSpan().IndexOfAny(" \t\"\\") < 0
        ? value
        : $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Word(AddressClass @class) => @class == AddressClass.RelayDomain ? "relay-domain" : @class.ToString().ToLowerInvariant();
}
