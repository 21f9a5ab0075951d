using Gatepost.Mta;
using Gatepost.Mta.Postfix;
using Gatepost.Relay;

namespace Gatepost.Tests.Mta.Postfix;

/// <summary>Configurations in memory.</summary>
internal static class Sources
{
    public static readonly Origin Here = new("main.cf", 1);

    public static readonly ReadingOptions Plain = new() { HostName = "mx.example.org", Version = "3.7" };

    /// <summary>A configuration of a main.cf, a master.cf and other files.</summary>
    public static PostfixSource Read(string main, string? master = null, ReadingOptions? options = null, params (string Path, string Text)[] more)
    {
        var files = more.ToDictionary(static f => f.Path, static f => f.Text);
        files["/etc/postfix/main.cf"] = main;
        if (master is not null) files["/etc/postfix/master.cf"] = master;
        return PostfixInput.Read(new MemoryFiles(files), "/etc/postfix", options ?? Plain)!;
    }

    /// <summary>The value of a parameter in a main.cf.</summary>
    public static string Value(string main, string parameter, ReadingOptions? options = null) => Read(main, options: options).Settings.Get(parameter).Value;

    /// <summary>A table over files.</summary>
    public static PostfixTable Table(string typeName, params (string Path, string Text)[] files) => Read("compatibility_level = 3.6\n", more: files).Tables.Open(typeName, Here);
}
