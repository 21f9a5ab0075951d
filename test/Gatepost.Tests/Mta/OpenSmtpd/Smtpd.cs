using System.Collections.Immutable;
using Gatepost.Mta;
using Gatepost.Mta.OpenSmtpd;
using Gatepost.Relay;
using Gatepost.Relay.Questions;

namespace Gatepost.Tests.Mta.OpenSmtpd;

/// <summary>Reads configurations and puts questions to them.</summary>
internal static class Smtpd
{
    public const string Path = "/etc/mail/smtpd.conf";

    public static ReadingOptions Options { get; } = new()
    {
        HostName = "mx.own.test",
        Version = "6.8",
        Snapshots = ImmutableDictionary<string, string>.Empty.Add("passwd", "bob:x:1000:1000::/home/bob:/bin/sh\nroot:x:0:0::/root:/bin/sh\n"),
    };

    /// <summary>Reads a configuration that lies with other files.</summary>
    public static Configuration Read(string text, ReadingOptions? options = null, params IEnumerable<(string Path, string Text)> files)
    {
        var all = files.ToDictionary(static f => f.Path, static f => f.Text, StringComparer.Ordinal);
        all[Path] = text;
        return OpenSmtpdReader.Read(new MemoryFiles(all), Path, options ?? Options);
    }

    /// <summary>The answer of the first listener.</summary>
    public static string Ask(Configuration configuration, string question)
    {
        Assert.True(AttemptLine.TryParse(question, out var line, out var problem), problem.ToString());
        return DecisionLine.Write(Evaluator.Evaluate(configuration.Policies[0], line!.Attempt));
    }

    /// <summary>The answer of rules behind one plain listener.</summary>
    public static string Ask(string rules, string question) => Ask(Read("listen on 192.0.2.25\n" + rules), question);
}
