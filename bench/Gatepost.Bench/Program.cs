using Gatepost.Bench;

return args switch
{
    ["mails", .. var rest] => MailBench.Run(rest),
    ["audit", .. var rest] => AuditBench.Run(rest.Length > 0 ? int.Parse(rest[0], System.Globalization.CultureInfo.InvariantCulture) : 5),
    ["audit-make", var path, ..] => AuditMaker.Run(path, Number(2, 10_000), Number(3, 10_000)),
    ["audit-steps", var path] => AuditConfig.Steps(path),
    ["audit-decide", var path, ..] => AuditConfig.Decide(path, Number(2, 5)),
    ["replies", var path, ..] => ReplyBench.Run(path, args.Length > 2 ? int.Parse(args[2]) : 5),
    ["log-make", var path, var size] => LogBench.Make(path, size),
    ["log-scan", var path, ..] => LogBench.Scan(path, args.AsSpan(2)),
    ["inputs", var path, ..] => InputsBench.Run(path, args.Length > 2 ? int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 0),
    ["reports", _, ..] => ReportBench.Run(args[1..]),
    ["sink", var port, ..] => Sink(int.Parse(port), args.Length > 2 ? int.Parse(args[2]) : 0),
    ["dialogs", var port, var count, var parallel, ..] => DialogBench.Run(int.Parse(port), int.Parse(count), int.Parse(parallel), args.Length < 5 || args[4] != "single"),
    _ => Usage(),
};

int Number(int at, int otherwise) => args.Length > at ? int.Parse(args[at], System.Globalization.CultureInfo.InvariantCulture) : otherwise;

// Listens until it is killed, at every address: inside the network namespace of bench/probe.sh.
static int Sink(int port, int delay)
{
    using var sink = new Gatepost.Lab.LabSink("554 5.7.1 <a@example.com>: Relay access denied", TimeSpan.FromMilliseconds(delay), new System.Net.IPEndPoint(System.Net.IPAddress.Any, port));
    Thread.Sleep(Timeout.Infinite);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("usage: mails FOLDER [SECONDS] | audit [SECONDS] | audit-make FOLDER [MAILBOXES [SENDERS]] | audit-steps FOLDER | audit-decide FOLDER [SECONDS] | replies FILE [SECONDS] | inputs PATH [WORKERS] | log-make PATH SIZE | log-scan PATH [WORKERS [BLOCK-KIB]] | reports PATH [SECONDS] | sink PORT [MS-A-REPLY] | dialogs PORT COUNT PARALLEL [single]");
    return 2;
}
