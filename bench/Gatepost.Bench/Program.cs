using Gatepost.Bench;

return args switch
{
    ["mails", .. var rest] => MailBench.Run(rest),
    ["log-make", var path, var size] => LogBench.Make(path, size),
    ["log-scan", var path, ..] => LogBench.Scan(path, args.AsSpan(2)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: mails FOLDER [SECONDS] | log-make PATH SIZE | log-scan PATH [WORKERS [BLOCK-KIB]]");
    return 2;
}
