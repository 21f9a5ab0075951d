using Gatepost.Bench;

return args switch
{
    ["mails", .. var rest] => MailBench.Run(rest),
    ["replies", var path, ..] => ReplyBench.Run(path, args.Length > 2 ? int.Parse(args[2]) : 5),
    ["log-make", var path, var size] => LogBench.Make(path, size),
    ["log-scan", var path, ..] => LogBench.Scan(path, args.AsSpan(2)),
    ["inputs", var path, ..] => InputsBench.Run(path, args.Length > 2 ? int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 0),
    ["reports", _, ..] => ReportBench.Run(args[1..]),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: mails FOLDER [SECONDS] | replies FILE [SECONDS] | inputs PATH [WORKERS] | log-make PATH SIZE | log-scan PATH [WORKERS [BLOCK-KIB]] | reports PATH [SECONDS]");
    return 2;
}
