using Gatepost.Mta;
using Gatepost.Mta.Postfix;
using Gatepost.Relay;
using Gatepost.Relay.Questions;

namespace Gatepost.Tests.Mta.Postfix;

/// <summary>A Postfix configuration of a few lines, asked about attempts.</summary>
internal static class PostfixWorld
{
    public const string Base = """
        compatibility_level = 3.6
        myhostname = mx.example.org
        mydomain = example.org
        inet_interfaces = 127.0.0.1
        mydestination = example.org
        local_recipient_maps =

        """;

    /// <summary>The relay list of most tests.</summary>
    public const string Std = "smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination\n";

    private const string Master = """
        smtp inet n - n - - smtpd
        rewrite unix - - n - - trivial-rewrite

        """;

    public static Configuration Read(string main, string master = Master, params (string Path, string Text)[] files)
    {
        var all = files.ToDictionary(static f => f.Path, static f => f.Text);
        all["/etc/postfix/main.cf"] = main;
        all["/etc/postfix/master.cf"] = master;
        return PostfixReader.Read(new MemoryFiles(all), "/etc/postfix", new ReadingOptions { Version = "3.7" });
    }

    /// <summary>The decision on an attempt, as a line.</summary>
    public static string Ask(Configuration configuration, string attempt)
    {
        var line = attempt.Contains("client=", StringComparison.Ordinal) ? attempt : $"client=192.0.2.7 {attempt}";
        if (!line.Contains("helo=", StringComparison.Ordinal)) line += " helo=client.test";
        if (!line.Contains("from=", StringComparison.Ordinal)) line += " from=a@sender.test";
        if (!line.Contains("to=", StringComparison.Ordinal)) line += " to=u@far.test";
        Assert.True(AttemptLine.TryParse(line, out var read, out var problem), $"{line}: {problem}");
        var policy = configuration.Policies.First(p => read!.Listener is null || p.Listener.Name == read.Listener);
        return DecisionLine.Write(Evaluator.Evaluate(policy, read!.Attempt));
    }
}
