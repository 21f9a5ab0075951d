using Gatepost.Lab.Smtp.Products;

namespace Gatepost.Lab.Worlds;

/// <summary>GP131: a block list's refusal in a relay denial's clothes.</summary>
internal static class ListedClient
{
    private const string List = "bl.watch.example";

    public static LabWorld World { get; } = new()
    {
        Name = "listed-client",
        Title = "A block list's refusal in a relay denial's clothes",
        Story = "Garden's server is on a block list. Tulip's Sendmail was told to say \"Relaying denied\" to such hosts, with the code of relay denials. Neither a login nor a relay setting would help.",
        ExpectedCause = "GP131",
        ExpectedOwner = "sending-admin",
        Input = Inputs.PostfixBounce(Garden.Smtp, Garden.Sam, Tulip.Pat, Tulip.Mx, Tulip.MxAddress,
            $"550 5.7.1 Relaying denied: {Garden.SmtpAddress} is listed at {List}", Inputs.Mail(Garden.Sam, Tulip.Pat)),
        Target = Tulip.Pat,
        Client = Garden.SmtpAddress,
        NameServers = [Garden.Dns, Providers.BlockList(List, "25.2.0.192", "Sent to addresses that never existed"), .. Tulip.WorkingDns],
        BlockLists = [List],
        Reverse = $"{Garden.SmtpAddress} {Garden.Smtp}",
        Servers = [Garden.Outgoing, Tulip.WorkingMx with { Product = Sendmail.Instance, BlockedBy = List, BlockWords = "550 5.7.1 Relaying denied: {client} is listed at {list}" }],
    };
}
