using Gatepost.Mta.OpenSmtpd.Policies;
using Gatepost.Mta.OpenSmtpd.Syntax;
using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd;

/// <summary>
/// Reads OpenSMTPD's smtpd.conf (6.4 to 7.8) into a policy for each listener. Measured against the real 6.8.0p2; where versions differ, <see cref="ReadingOptions.Version"/>
/// says which. Users' <c>.forward</c> files are not read: a user counts as having none.
/// </summary>
public static class OpenSmtpdReader
{
    /// <summary>Where the configuration usually is.</summary>
    public const string UsualPath = "/etc/mail/smtpd.conf";

    /// <summary>Reads a configuration; never throws, whatever the files hold.</summary>
    public static Configuration Read(IConfigFiles files, string path, ReadingOptions options)
    {
        var notes = new SmtpdNotes();
        var parser = new SmtpdParser(files, options, notes);
        var file = files.Read(path);
        if (file.Text is null) notes.Problem(new Origin(file.Shown, 0), ConfigProblemKind.MissingFile, $"{file.Shown} cannot be read", null);
        parser.Read(file);
        var config = parser.Config;
        if (file.Text is not null && config.Rules.Count == 0)
            notes.Problem(new Origin(file.Shown, 0), ConfigProblemKind.WillNotRun, "there is no match rule, and without one smtpd does not start", "write a match rule");
        var host = new SmtpdHost(options);
        var compiler = new ListenerCompiler(config, host, notes, files);
        var policies = config.Listeners.Where(static l => !l.IsSocket).Select(compiler.Compile).ToList();
        new SmtpdFindings(config, notes).Find();
        return new Configuration
        {
            Software = "opensmtpd",
            Version = options.Version ?? SmtpdVersion.Newest,
            Policies = [.. policies],
            Coverage = [.. notes.Coverage],
            Problems = [.. notes.Problems],
            Domains = compiler.Domains(),
        };
    }
}
