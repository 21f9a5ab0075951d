using System.Net.Sockets;

namespace Gatepost.Evidence.Dialog;

/// <summary>What a failed connect says about the way to the server.</summary>
internal static class ConnectFault
{
    public static DialogFault Of(SocketError error) => error switch
    {
        SocketError.ConnectionRefused => DialogFault.ConnectionRefused,
        SocketError.TimedOut => DialogFault.TimedOut,
        SocketError.ConnectionReset => DialogFault.Closed,
        _ => DialogFault.Unreachable,
    };

    /// <summary>Half a sentence; null where the fault says it all.</summary>
    public static string? Detail(SocketError error) => error switch
    {
        SocketError.ConnectionRefused or SocketError.TimedOut => null,
        SocketError.ConnectionReset => "by a reset",
        SocketError.NetworkUnreachable or SocketError.NetworkDown => "no route to the network",
        SocketError.HostUnreachable or SocketError.HostDown => "no route to the host",
        SocketError.AccessDenied => "the local system forbids it",
        SocketError.AddressFamilyNotSupported or SocketError.AddressNotAvailable => "the local system has no address of this kind",
        SocketError.TooManyOpenSockets or SocketError.NoBufferSpaceAvailable => "the local system has no socket left",
        _ => $"socket error {error}",
    };
}
