using Gatepost.Bench;

return args switch
{
    ["mails", .. var rest] => MailBench.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: mails FOLDER [SECONDS]");
    return 2;
}
