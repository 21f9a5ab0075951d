using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gatepost.Bench;

/// <summary>The least server that dialogs can be held with: it refuses every recipient, each reply after a fixed time.</summary>
internal static class SmtpSink
{
    private static readonly byte[] Greeting = "220 sink.example ESMTP\r\n"u8.ToArray();
    private static readonly byte[] Offer = "250-sink.example\r\n250-PIPELINING\r\n250-SIZE 10240000\r\n250-8BITMIME\r\n250 ENHANCEDSTATUSCODES\r\n"u8.ToArray();
    private static readonly byte[] Ok = "250 2.1.0 Ok\r\n"u8.ToArray();
    private static readonly byte[] Refused = "554 5.7.1 <a@example.com>: Relay access denied\r\n"u8.ToArray();
    private static readonly byte[] Bye = "221 2.0.0 Bye\r\n"u8.ToArray();

    public static int Run(int port, int delay)
    {
        using var listener = Listen(port);
        Accept(listener, delay).Wait();
        return 0;
    }

    public static Socket Listen(int port)
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Bind(new IPEndPoint(IPAddress.Any, port));
        listener.Listen(4096);
        return listener;
    }

    public static async Task Accept(Socket listener, int delay)
    {
        while (true) _ = Serve(await listener.AcceptAsync(), delay);
    }

    private static async Task Serve(Socket socket, int delay)
    {
        using var _ = socket;
        try
        {
            socket.NoDelay = true;
            var buffer = new byte[1024];
            var length = 0;
            await Say(socket, Greeting, delay);
            while (await socket.ReceiveAsync(buffer.AsMemory(length)) is var count and > 0)
            {
                length += count;
                var replies = new MemoryStream();
                var isLast = false;
                while (buffer.AsSpan(0, length).IndexOf((byte)'\n') is var end and >= 0)
                {
                    replies.Write(Answer(Encoding.Latin1.GetString(buffer, 0, 4)));
                    isLast |= buffer[0] == 'Q';
                    buffer.AsSpan(end + 1, length - end - 1).CopyTo(buffer);
                    length -= end + 1;
                }

                await Say(socket, replies.GetBuffer().AsMemory(0, (int)replies.Length), delay);
                if (isLast) return;
            }
        }
        catch (SocketException)
        {
            // The client has gone.
        }
    }

    private static async Task Say(Socket socket, ReadOnlyMemory<byte> text, int delay)
    {
        if (delay > 0) await Task.Delay(delay);
        await socket.SendAsync(text);
    }

    private static byte[] Answer(string verb) => verb switch { "EHLO" => Offer, "RCPT" => Refused, "QUIT" => Bye, _ => Ok };
}
