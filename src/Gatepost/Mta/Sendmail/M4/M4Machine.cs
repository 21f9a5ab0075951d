using System.Text;
using Gatepost.Relay;

namespace Gatepost.Mta.Sendmail.M4;

/// <summary>A macro that is written here.</summary>
/// <param name="machine">The machine.</param>
/// <param name="arguments">The arguments, expanded; the first is empty where there were no brackets.</param>
/// <returns>The text that takes the call's place and is read again.</returns>
internal delegate string M4Builtin(M4Machine machine, IReadOnlyList<string> arguments);

/// <summary>
/// The part of m4 that mail configurations use: quotes, macros with arguments, diversions, files. Bounded in time, memory and depth; it never throws on input.
/// </summary>
internal sealed class M4Machine(Func<string, Origin, ConfigFile?> open)
{
    private const int MostExpansions = 200_000;
    private const int MostText = 8 << 20;
    private const int MostDepth = 200;
    private const int MostFiles = 20;

    private readonly Dictionary<string, Stack<M4Macro>> _macros = new(StringComparer.Ordinal);
    private readonly M4Input _input = new();
    private int _expansions;
    private int _produced;

    public M4Output Output { get; } = new();

    public string OpenQuote { get; set; } = "`";

    public string CloseQuote { get; set; } = "'";

    /// <summary>What a comment begins with; empty for no comments.</summary>
    public string Comment { get; set; } = "#";

    /// <summary>Where the call stands that is being expanded.</summary>
    public Origin Here { get; private set; } = Origin.Default;

    /// <summary>True where a limit was reached and the rest was not read.</summary>
    public bool IsExhausted { get; private set; }

    public M4Macro? Find(string name) => _macros.TryGetValue(name, out var stack) && stack.Count > 0 ? stack.Peek() : null;

    /// <summary>The text of a macro that the configuration defined; null where there is none.</summary>
    public string? Text(string name) => Find(name)?.Text;

    public void Define(string name, M4Macro macro, bool pushes = false)
    {
        if (!_macros.TryGetValue(name, out var stack)) _macros[name] = stack = new Stack<M4Macro>();
        if (!pushes && stack.Count > 0) stack.Pop();
        if (stack.Count < MostDepth) stack.Push(macro);
    }

    public void Define(string name, string text) => Define(name, new M4Macro(name, text, null, Here));

    public void Define(string name, M4Builtin builtin) => Define(name, new M4Macro(name, null, builtin, Origin.Default));

    public void Undefine(string name) => _macros.Remove(name);

    public void Pop(string name)
    {
        if (_macros.TryGetValue(name, out var stack) && stack.Count > 0) stack.Pop();
    }

    /// <summary>Every macro that is defined with a text.</summary>
    public IEnumerable<M4Macro> Defined => _macros.Values.Where(static s => s.Count > 0 && s.Peek().Text is not null).Select(static s => s.Peek());

    /// <summary>Reads a file next, before what is left of the one that asked; false where there is none.</summary>
    public bool Include(string path)
    {
        if (_input.Files >= MostFiles || open(path, Here) is not { Text: { } text } file) return false;
        _input.PushFile(file.Shown, text);
        return true;
    }

    /// <summary>Drops the rest of the line.</summary>
    public void DropLine()
    {
        while (_input.Take() is var c && c >= 0 && c != '\n')
        {
        }
    }

    /// <summary>Reads a file to its end.</summary>
    public void Run(ConfigFile file)
    {
        _input.PushFile(file.Shown, file.Text ?? "");
        while (!IsExhausted && Next(0) is { } token) Output.Write(token.Text, token.At);
        Output.Finish();
    }

    // The next piece of text after expansion; null at the end.
    private (string Text, Origin At, bool IsBare)? Next(int depth)
    {
        while (true)
        {
            var at = _input.Here;
            var c = _input.Peek();
            if (c < 0) return null;
            if (_input.TryTake(OpenQuote)) return (Quoted(), at, false);
            if (Comment.Length > 0 && _input.TryTake(Comment)) return (Comment + RestOfLine(), at, false);
            if (c != '_' && !char.IsAsciiLetter((char)c)) return (((char)_input.Take()).ToString(), at, true);
            var word = Word();
            if (Find(word) is not { } macro) return (word, at, false);
            Expand(macro, at, depth);
            if (IsExhausted) return null;
        }
    }

    private void Expand(M4Macro macro, Origin at, int depth)
    {
        var arguments = _input.Peek() == '(' ? Arguments(depth + 1) : [];
        if (++_expansions > MostExpansions || _produced > MostText || depth > MostDepth) IsExhausted = true;
        if (IsExhausted) return;
        Here = at;
        var text = macro.Builtin is { } builtin ? builtin(this, arguments) : macro.Fill(arguments);
        _produced += text.Length;
        _input.PushText(text);
    }

    private List<string> Arguments(int depth)
    {
        _input.Take();
        List<string> arguments = [];
        var open = 1;
        var argument = new StringBuilder();
        SkipBlanks();
        while (!IsExhausted && Next(depth) is { } token)
        {
            if (token.IsBare && token.Text == "(") open++;
            if (token.IsBare && token.Text == ")" && --open == 0) break;
            if (token.IsBare && open == 1 && token.Text == ",")
            {
                arguments.Add(argument.ToString());
                argument.Clear();
                SkipBlanks();
                continue;
            }

            if (argument.Length < MostText) argument.Append(token.Text);
        }

        arguments.Add(argument.ToString());
        return arguments;
    }

    private void SkipBlanks()
    {
        while (_input.Peek() is ' ' or '\t' or '\n' or '\r') _input.Take();
    }

    private string Word()
    {
        var word = new StringBuilder();
        while (_input.Peek() is var c && c >= 0 && (c == '_' || char.IsAsciiLetterOrDigit((char)c))) word.Append((char)_input.Take());
        return word.ToString();
    }

    private string Quoted()
    {
        var text = new StringBuilder();
        var depth = 1;
        while (_input.Peek() >= 0)
        {
            if (_input.TryTake(CloseQuote))
            {
                if (--depth == 0) break;
                text.Append(CloseQuote);
            }
            else if (_input.TryTake(OpenQuote))
            {
                depth++;
                text.Append(OpenQuote);
            }
            else
            {
                text.Append((char)_input.Take());
            }
        }

        return text.ToString();
    }

    private string RestOfLine()
    {
        var text = new StringBuilder();
        while (_input.Peek() is var c && c >= 0)
        {
            text.Append((char)_input.Take());
            if (c == '\n') break;
        }

        return text.ToString();
    }
}
