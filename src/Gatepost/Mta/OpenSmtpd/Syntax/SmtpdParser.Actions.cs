using Gatepost.Mta.OpenSmtpd.Model;
using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Syntax;

/// <summary>Actions.</summary>
internal sealed partial class SmtpdParser
{
    private Coverage? Action(Origin origin)
    {
        var name = String("an action's name");
        if (_failed) return null;
        if (Config.Actions.ContainsKey(name)) FailName($"action \"{name}\" is defined twice");
        var action = new SmtpdAction(name, origin);
        var kind = Take();
        switch (kind.Kind == SmtpdTokenKind.Word ? kind.Text : "")
        {
            case "relay":
                action = action with { IsRelay = true };
                RelayOptions();
                break;
            case "mbox": break;
            case "maildir":
                if (Peek().IsString) Take();
                TakeIf("junk");
                break;
            case "lmtp":
                String("an address");
                TakeIf("rcpt-to");
                break;
            case "mda":
                String("a command");
                break;
            case "forward-only":
                action = action with { IsForwardOnly = true };
                break;
            case "expand-only":
                action = action with { IsExpandOnly = true };
                break;
            default:
                _at--;
                Fail("mbox, maildir, lmtp, mda, forward-only, expand-only or relay should stand here");
                break;
        }

        if (!action.IsRelay) action = LocalOptions(action);
        if (!_failed && TakeIf("ttl")) String("a time");
        if (_failed) return null;
        Config.Actions[name] = action;
        return Coverage.Understood;
    }

    private SmtpdAction LocalOptions(SmtpdAction action)
    {
        while (!_failed)
        {
            if (TakeIf("user"))
            {
                String("a user");
            }
            else if (TakeIf("wrapper"))
            {
                String("a wrapper");
            }
            else if (TakeIf("alias"))
            {
                if (action.Alias is not null || action.Virtual is not null) Fail("alias or virtual is given twice");
                action = action with { Alias = MapOf("alias") };
            }
            else if (TakeIf("virtual"))
            {
                if (action.Alias is not null || action.Virtual is not null) Fail("alias or virtual is given twice");
                action = action with { Virtual = MapOf("virtual") };
            }
            else if (TakeIf("userbase"))
            {
                action = action with { Userbase = MapOf("userbase") };
            }
            else
            {
                return action;
            }
        }

        return action;
    }

    // How mail is passed on has no effect on what is taken.
    private void RelayOptions()
    {
        while (!_failed)
        {
            if (TakeIf("helo") || TakeIf("pki") || TakeIf("ca") || TakeIf("mail-from") || TakeIf("ciphers") || TakeIf("protocols")) String("a value");
            else if (TakeIf("helo-src") || TakeIf("src") || TakeIf("host") || TakeIf("domain") || TakeIf("auth")) Tables("a table");
            else if (TakeIf("tls")) TakeIf("no-verify");
            else if (TakeIf("backup")) BackupMx();
            else if (TakeIf("filter")) FilterUse("relay");
            else if (!TakeIf("srs")) return;
        }
    }

    private void BackupMx()
    {
        if (TakeIf("mx")) String("a name");
    }
}
