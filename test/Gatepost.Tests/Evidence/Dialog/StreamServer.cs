using System.Text;

namespace Gatepost.Tests.Evidence.Dialog;

/// <summary>A server that says all it has to say at once, whatever it is told, and then no more.</summary>
internal sealed class StreamServer(byte[] octets) : TestServer
{
    protected override async Task Serve(Connection connection)
    {
        await connection.Send(Encoding.Latin1.GetString(octets));
        await connection.Finish();
    }
}
