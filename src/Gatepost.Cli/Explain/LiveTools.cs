using System.Buffers;
using Gatepost.Cli.Network;
using Gatepost.Cli.Terminal;
using Gatepost.Diagnoses;
using Gatepost.Evidence;
using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Dns;
using Gatepost.Evidence.Lists;
using Gatepost.Evidence.Worlds;
using Gatepost.Refusals;

namespace Gatepost.Cli.Explain;

/// <summary>How explain finds out what the text does not say: on the network, or from a recorded world; and what it writes down of it.</summary>
internal sealed class LiveTools
{
    private readonly LiveOptions _options;
    private readonly RecordingDns? _recordedDns;
    private readonly RecordingDialer? _recordedDialer;

    private LiveTools(LiveOptions options, IDns dns, ISmtpDialer dialer, string helo)
    {
        _options = options;
        Helo = helo;
        if (options.Record is not null)
        {
            dns = _recordedDns = new RecordingDns(dns);
            dialer = _recordedDialer = new RecordingDialer(dialer);
        }

        var prober = new Prober(dns, dialer, new ProberOptions
        {
            Helo = helo,
            Roots = RootServers.Addresses,
            Rdap = options.Rdap,
            BlockLists = BlockLists.Default,
            SaysRelay = Rulebook.Default.SaysRelay,
            Limits = DialogLimits.Default with { Total = options.Timeout },
            // A world was recorded by somebody else's rules; replaying it connects to nothing.
            AllowPrivateAddresses = options.World is not null,
        }, TimeProvider.System);
        Diagnoser = new LiveDiagnoser(Rulebook.Default, new Investigation(Rulebook.Default, prober), options.Timeout, TimeProvider.System);
    }

    /// <summary>The name used in EHLO.</summary>
    public string Helo { get; }

    /// <summary>Diagnoses with facts.</summary>
    public LiveDiagnoser Diagnoser { get; }

    /// <summary>The tools for the options; null, with the problem told, where a world cannot be read.</summary>
    public static LiveTools? Open(LiveOptions options, Messages messages)
    {
        if (options.World is not { } path)
        {
            var network = new SystemNetwork(options.Resolver);
            return new LiveTools(options, network.Dns, network.Dialer, options.Helo);
        }

        if (ReadWorld(path, messages) is not { } world) return null;
        return new LiveTools(options, new RecordedDns(world), new RecordedDialer(world), world.Helo.Length > 0 ? world.Helo : options.Helo);
    }

    /// <summary>Diagnoses one refusal; the client's address is put in where the user gave it and the text does not say it.</summary>
    public Diagnosis Diagnose(Refusal refusal) =>
        Diagnoser.Diagnose(refusal.ClientAddress is null && _options.Client is { } client ? refusal with { ClientAddress = client.ToString() } : refusal);

    /// <summary>Writes the world down where that was asked for; false where the file cannot be written.</summary>
    public bool Save(IReadOnlyList<string> inputs, Messages messages)
    {
        if (Diagnoser.PassedOver > 0)
            messages.Write($"{Diagnoser.PassedOver:#,0} refusals were judged by their text alone: there are too many cases to ask about each. Narrow the input to ask about them.");
        if (_options.Record is not { } path || _recordedDns is null || _recordedDialer is null) return true;
        var world = new World
        {
            RecordedAt = TimeProvider.System.GetUtcNow(),
            Version = ProgramVersion.Text,
            Helo = Helo,
            Target = string.Join(' ', inputs),
            Responses = _recordedDns.Responses,
            Dialogs = _recordedDialer.Dialogs,
            IsComplete = _recordedDns.IsComplete && _recordedDialer.IsComplete,
        };
        var file = new ArrayBufferWriter<byte>();
        WorldWriter.Write(world, file);
        try
        {
            File.WriteAllBytes(path, file.WrittenSpan);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            messages.Write($"{path} cannot be written: {(e is IOException io ? Output.Reason(io) : "permission is denied")}.");
            return false;
        }
    }

    private static World? ReadWorld(string path, Messages messages)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > WorldReader.MostOctets })
            {
                messages.Write($"{path} is larger than a world may be ({WorldReader.MostOctets / (1024 * 1024)} MB).");
                return null;
            }

            var reading = WorldReader.Read(File.ReadAllBytes(path));
            if (reading.World is { } world) return world;
            messages.Write($"{path}: {reading.Problem}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            messages.Write($"{path} cannot be read: {(e is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : e is UnauthorizedAccessException ? "permission is denied" : "the operating system reports an error")}.");
        }

        return null;
    }
}
