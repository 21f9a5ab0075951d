using System.Collections.Concurrent;
using Gatepost.Mta.Postfix.Syntax;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Settings;

/// <summary>The parameters as one service sees them; without a service, as main.cf alone gives them. Values are expanded when they are first asked for, and kept.</summary>
public sealed class ServiceSettings : PostfixSettings
{
    private readonly ConcurrentDictionary<string, (Setting Setting, string? Wrong)> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _computed = new(StringComparer.Ordinal);

    /// <summary>Makes the settings of a service.</summary>
    /// <param name="main">main.cf.</param>
    /// <param name="service">The service; null for main.cf alone.</param>
    /// <param name="options">What the machine is.</param>
    /// <param name="version">The version, as major * 100 + minor.</param>
    /// <param name="directory">The configuration's directory.</param>
    public ServiceSettings(MainFile main, MasterService? service, ReadingOptions options, int version, string directory)
    {
        (Main, Service, Version) = (main, service, version);
        // In Postfix's own order: what comes later is not defined yet to what comes before.
        _computed["mail_version"] = $"{version / 100}.{version % 100}";
        _computed["config_directory"] = directory;
        _computed["process_name"] = service?.Command ?? "";
        _computed["service_name"] = service?.Name ?? "";
        _computed["myhostname"] = HostName(options.HostName);
        var host = Get("myhostname").Value;
        _computed["mydomain"] = host.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? host[(dot + 1)..] : "localdomain";
        _computed["mynetworks"] = OwnNetworks.Compute(options, Get("inet_interfaces").Value, Get("inet_protocols").Value, Get("mynetworks_style").Value);
        CompatibilityLevel = version < 300 ? 0 : Syntax.CompatibilityLevel.Parse(Get("compatibility_level").Value) ?? 0;
    }

    /// <summary>main.cf.</summary>
    public MainFile Main { get; }

    /// <summary>The service; null for main.cf alone.</summary>
    public MasterService? Service { get; }

    /// <inheritdoc/>
    public override int Version { get; }

    /// <inheritdoc/>
    public override int CompatibilityLevel { get; }

    /// <inheritdoc/>
    public override Setting Get(string parameter) => Known(parameter).Setting;

    /// <summary>Why a parameter's value cannot be expanded, so that programs that use it do not run; null where it can.</summary>
    public string? Wrong(string parameter) => Known(parameter).Wrong;

    /// <summary>The line that sets a parameter here; null where it has its default.</summary>
    public MainEntry? Entry(string parameter) => Service?.Find(parameter) ?? Main.Find(parameter);

    /// <inheritdoc/>
    public override bool IsYes(string parameter) => Flag(Get(parameter).Value) ?? Flag(Expand(Default(parameter) ?? "", out _)) ?? false;

    /// <summary>The line that a word of a parameter's value stands at.</summary>
    public Origin OriginOf(string parameter, string word) => Entry(parameter)?.OriginOf(word) ?? Origin.Default;

    /// <summary>Expands every <c>$name</c> of a text.</summary>
    internal string Expand(string text, out string? wrong) => new Expander(Raw, Version).Expand(text, out wrong);

    /// <summary>What a text says as a flag; null where it is neither yes nor no.</summary>
    internal static bool? Flag(string text) =>
        text.Equals("yes", StringComparison.OrdinalIgnoreCase) ? true : text.Equals("no", StringComparison.OrdinalIgnoreCase) ? false : null;

    private (Setting Setting, string? Wrong) Known(string parameter)
    {
        if (_known.TryGetValue(parameter, out var known)) return known;
        var entry = Entry(parameter);
        var wrong = (string?)null;
        var text = entry?.Value ?? Default(parameter) ?? "";
        var value = Parameters.Find(parameter)?.Kind == ParameterKind.Raw ? text : Expand(text, out wrong).Trim();
        return _known.GetOrAdd(parameter, (new Setting(parameter, value, entry?.Origin ?? Origin.Default), wrong));
    }

    private string? Raw(string parameter) => Entry(parameter)?.Value ?? Default(parameter);

    private string? Default(string parameter) => _computed.GetValueOrDefault(parameter) ?? (IsComputed(parameter) ? null : Parameters.Find(parameter)?.DefaultOf(Version));

    private static bool IsComputed(string parameter) => parameter is "myhostname" or "mydomain" or "mynetworks";

    private string HostName(string machine) =>
        machine.Contains('.', StringComparison.Ordinal) ? machine : $"{machine}.{(Entry("mydomain") is { } domain ? Expand(domain.Value, out _) : "localdomain")}";
}
