using System.CommandLine;
using System.Globalization;
using Gatepost.Cli.Probe;
using Gatepost.Evidence;
using Gatepost.Evidence.Dialog;
using Gatepost.Reports;
using Gatepost.Smtp;

namespace Gatepost.Cli.Commands;

internal sealed partial class ProbeCommand
{
    private bool TryServer(ParseResult parsed, out ProbeServer? server, out string problem)
    {
        (server, problem) = (null, "");
        return parsed.GetValue(_server) is not { } text || ProbeServer.TryParse(text, out server, out var fault) || Fail(Wrong("--server", text, fault), out problem);
    }

    private bool TryTargets(ParseResult parsed, ProbeServer? server, out IReadOnlyList<ProbeTarget> targets, out string problem)
    {
        var list = new List<ProbeTarget>();
        (targets, problem) = (list, "");
        foreach (var text in parsed.GetValue(_targets) ?? [])
        {
            if (!ProbeTarget.TryParse(text, out var target, out var fault))
                return Fail($"'{Escape.Line(text, 60)}' is no target: {fault}." + (File.Exists(text) ? " For a list of targets: --bulk FILE." : ""), out problem);
            if (server is not null) target = target with { Server = server };
            if (parsed.GetValue(_to) is { } to && !target.TryWithRecipient(to, out target, out fault)) return Fail(Wrong("--to", to, fault), out problem);
            list.Add(target);
        }

        return true;
    }

    private bool TrySender(ParseResult parsed, out string sender, out string problem)
    {
        (sender, problem) = ("", "");
        if (parsed.GetValue(_from) is not { Length: > 0 } text) return true;
        if (text.AsSpan().IndexOfAny("\r\n\0 ") is >= 0 and var at) return Fail(Wrong("--from", text, new ParseProblem("an address holds no blanks or control characters", at)), out problem);
        if (!Mailbox.TryParse(text, out var mailbox, out var fault)) return Fail(Wrong("--from", text, fault), out problem);
        if (mailbox.Form is not (AddressForm.Null or AddressForm.Ordinary)) return Fail("--from takes an address of your own, user@domain, or <>.", out problem);
        sender = mailbox.Form == AddressForm.Null ? "" : mailbox.ToString();
        return true;
    }

    private bool TryParallel(ParseResult parsed, out int parallel, out string problem)
    {
        (parallel, problem) = (100, "");
        return parsed.GetValue(_parallel) is not { } text
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out parallel) && parallel is > 0 and <= MostParallel)
            || Fail($"--parallel does not take '{text}'. It takes a number from 1 to {MostParallel}.", out problem);
    }

    private bool TryLogin(ParseResult parsed, out Login? login, out string problem)
    {
        (login, problem) = (null, "");
        if (parsed.GetValue(_login) is not { } user) return true;
        if (user.Length == 0) return Fail("--login needs a user's name.", out problem);
        if (parsed.GetValue(_dryRun)) login = new Login(user, "", parsed.GetValue(_mechanism));
        else if (!SecretFile.TryRead(parsed.GetValue(_secrets), out var secret, out var fault)) return Fail(fault!, out problem);
        else login = new Login(user, secret, parsed.GetValue(_mechanism)?.ToUpperInvariant());
        return true;
    }

    private static string Wrong(string option, string text, ParseProblem fault) => $"{option} does not take '{Escape.Line(text, 60)}': {fault}.";
}
