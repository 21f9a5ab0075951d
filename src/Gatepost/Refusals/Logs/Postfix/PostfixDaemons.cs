namespace Gatepost.Refusals.Logs.Postfix;

/// <summary>The programs of Postfix by the last part of their syslog tag.</summary>
internal static class PostfixDaemons
{
    /// <summary>
    /// The last part of <c>syslog_name[/service]*/daemon</c>; empty where the tag is not Postfix's. Of a foreign
    /// syslog_name only the daemons that write about mail count.
    /// </summary>
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> program)
    {
        var slash = program.LastIndexOf((byte)'/');
        if (slash < 0) return program.StartsWith("postfix"u8) ? program : default;
        var daemon = program[(slash + 1)..];
        return program.StartsWith("postfix"u8) || IsKnown(daemon) ? daemon : default;
    }

    private static bool IsKnown(ReadOnlySpan<byte> daemon) =>
        daemon.SequenceEqual("smtp"u8) || daemon.SequenceEqual("smtpd"u8) || daemon.SequenceEqual("lmtp"u8)
        || daemon.SequenceEqual("local"u8) || daemon.SequenceEqual("virtual"u8) || daemon.SequenceEqual("pipe"u8)
        || daemon.SequenceEqual("error"u8) || daemon.SequenceEqual("retry"u8) || daemon.SequenceEqual("discard"u8)
        || daemon.SequenceEqual("qmgr"u8) || daemon.SequenceEqual("nqmgr"u8) || daemon.SequenceEqual("oqmgr"u8)
        || daemon.SequenceEqual("cleanup"u8) || daemon.SequenceEqual("postscreen"u8) || daemon.SequenceEqual("bounce"u8)
        || daemon.SequenceEqual("verify"u8) || daemon.SequenceEqual("pickup"u8) || daemon.SequenceEqual("anvil"u8)
        || daemon.SequenceEqual("master"u8) || daemon.SequenceEqual("scache"u8) || daemon.SequenceEqual("tlsproxy"u8)
        || daemon.SequenceEqual("trivial-rewrite"u8) || daemon.SequenceEqual("dnsblog"u8);
}
