using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gatepost.RealServers.Differential.Postfix;

/// <summary>A name server of a few lines that knows one world: every name that is not in it does not exist.</summary>
internal sealed class FakeNames : IDisposable
{
    private const int NoSuchName = 3;
    private const int ServerFailure = 2;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly NameWorld _world;

    public FakeNames(IPAddress address, NameWorld world)
    {
        _world = world;
        _socket.Bind(new IPEndPoint(address, 53));
        _ = Task.Factory.StartNew(Serve, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public void Dispose() => _socket.Dispose();

    private void Serve()
    {
        var buffer = new byte[4096];
        try
        {
            while (true)
            {
                EndPoint client = new IPEndPoint(IPAddress.Any, 0);
                var length = _socket.ReceiveFrom(buffer, ref client);
                _socket.SendTo(Answer(buffer.AsSpan(0, length)), client);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The run is over.
        }
    }

    private byte[] Answer(ReadOnlySpan<byte> query)
    {
        var end = 12;
        var labels = new List<string>();
        while (query[end] != 0)
        {
            labels.Add(Encoding.Latin1.GetString(query.Slice(end + 1, query[end])));
            end += query[end] + 1;
        }

        var type = (RecordType)BinaryPrimitives.ReadUInt16BigEndian(query[(end + 1)..]);
        var answer = _world.Find(string.Join('.', labels), type);
        var reply = new MemoryStream();
        reply.Write(query[..2]);
        reply.Write([0x85, (byte)(0x80 | (answer.IsFailure ? ServerFailure : answer.Exists ? 0 : NoSuchName)), 0, 1, 0, (byte)answer.Records.Count, 0, 0, 0, 0]);
        reply.Write(query[12..(end + 5)]);
        foreach (var record in answer.Records)
        {
            reply.Write([0xc0, 12, 0, (byte)record.Type, 0, 1, 0, 0, 0, 60]);
            var data = Data(record);
            reply.Write([(byte)(data.Length >> 8), (byte)data.Length]);
            reply.Write(data);
        }

        return reply.ToArray();
    }

    private static byte[] Data(NameRecord record) => record.Type switch
    {
        RecordType.A or RecordType.Aaaa => IPAddress.Parse(record.Value).GetAddressBytes(),
        RecordType.Mx => [0, (byte)record.Preference, .. Name(record.Value)],
        RecordType.Txt => [(byte)record.Value.Length, .. Encoding.Latin1.GetBytes(record.Value)],
        _ => Name(record.Value),
    };

    private static byte[] Name(string name)
    {
        var bytes = new List<byte>();
        foreach (var label in name.Split('.', StringSplitOptions.RemoveEmptyEntries)) bytes.AddRange([(byte)label.Length, .. Encoding.Latin1.GetBytes(label)]);
        return [.. bytes, 0];
    }
}
