using System.CommandLine;
using System.Text;
using Gatepost.Cli.Lab;
using Gatepost.Cli.Terminal;
using Gatepost.Lab;

namespace Gatepost.Cli.Commands;

/// <summary><c>gatepost lab</c>: worlds to learn from, on loopback.</summary>
internal sealed class LabCommand : Verb
{
    private readonly Argument<string[]> _names = new("WORLD") { Arity = ArgumentArity.ZeroOrMore, Description = "Worlds to open; without one, the list." };
    private readonly Option<bool> _all = new("--all") { Description = "Open all worlds one after the other and show what each comes to, a line each." };
    private readonly Option<bool> _keep = new("--keep") { Description = "Leave the world running for your own tools (dig, swaks), until Ctrl-C." };
    private readonly Option<bool> _json = new("--json") { Description = "The diagnosis as one JSON object (docs/schema/explain-1.json)." };
    private readonly Choice _color = new("--color", "Colour: auto (default; on terminals unless NO_COLOR is set), always or never.", "WHEN", static () => ["auto", "always", "never"]);
    private readonly Option<bool> _verbose = new("--verbose", "-v") { Description = "Also every line of the dialogs and every DNS answer." };

    public LabCommand()
        : base("lab", "List refusals in the laboratory, or open one: its DNS and mail servers run on loopback.")
    {
        Add(_names);
        foreach (var option in (Option[])[_all, _keep, _json, _color, _verbose]) Add(option);
    }

    public override string[] Calls { get; } = ["gatepost lab", "gatepost lab stale-mx", "gatepost lab --keep migration", "gatepost lab --all"];

    public override string ExitCodes => "0 as it should be, 1 another answer, 2 usage, 130 stopped.";

    public override int Run(ParseResult parsed, Command root, Output output, Messages messages)
    {
        var names = parsed.GetValue(_names) ?? [];
        var color = parsed.GetValue(_color) ?? "auto";
        if (!_color.Words.Contains(color)) return CommandLine.Refuse(messages, this, $"--color does not take '{color}'.");
        if (parsed.GetValue(_all)) return names.Length == 0 ? All(output) : CommandLine.Refuse(messages, this, "--all opens every world; leave the names out.");
        if (names.Length == 0)
        {
            List(output);
            return Exit.Fine;
        }

        var worlds = new List<LabWorld>();
        foreach (var name in names)
        {
            if (LabWorlds.All.FirstOrDefault(w => w.Name == name) is not { } world)
                return CommandLine.Refuse(messages, this, $"there is no world '{Gatepost.Reports.Escape.Line(name, 60)}'.{Nearest.Hint(name, LabWorlds.All.Select(static w => w.Name))} The list: gatepost lab");
            worlds.Add(world);
        }

        if (parsed.GetValue(_keep) && worlds.Count > 1) return CommandLine.Refuse(messages, this, "--keep leaves one world running; name one.");
        var exit = Exit.Fine;
        var style = Style.Of(color, parsed.GetValue(_verbose));
        foreach (var world in worlds)
        {
            if (world != worlds[0] && !parsed.GetValue(_json)) output.Write("\n");
            exit = Math.Max(exit, new LabSession(world, style, parsed.GetValue(_json), output, messages).Run(parsed.GetValue(_keep)).GetAwaiter().GetResult());
        }

        return exit;
    }

    private static void List(Output output)
    {
        var text = new StringBuilder();
        var wide = LabWorlds.All.Max(static w => w.Name.Length);
        foreach (var world in LabWorlds.All) text.Append(world.ExpectedCause).Append("  ").Append(world.Name.PadRight(wide)).Append("  ").Append(world.Title).Append('\n');
        output.Write(text.Append("\ngatepost lab WORLD opens one. No network is needed.\n"));
    }

    private static int All(Output output)
    {
        var exit = Exit.Fine;
        var wide = LabWorlds.All.Max(static w => w.Name.Length);
        foreach (var world in LabWorlds.All)
        {
            var diagnosis = Examine(world).GetAwaiter().GetResult();
            var owner = Gatepost.Reports.Names.Of(diagnosis.Owner);
            var isRight = diagnosis.Cause.Id == world.ExpectedCause && owner == world.ExpectedOwner;
            if (!isRight) exit = Exit.Bad;
            output.Write($"{(isRight ? "ok " : "BAD")}  {world.Name.PadRight(wide)}  {diagnosis.Cause.Id}  {owner}{(isRight ? "" : $", not {world.ExpectedCause} {world.ExpectedOwner}")}\n");
            output.Flush();
        }

        return exit;
    }

    private static async Task<Gatepost.Diagnoses.Diagnosis> Examine(LabWorld world)
    {
        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await using var lab = RunningLab.Open(world);
        return (await new LabExaminer(lab).Explain(time.Token).ConfigureAwait(false)).Diagnosis;
    }
}
