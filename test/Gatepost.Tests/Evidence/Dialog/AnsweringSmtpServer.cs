namespace Gatepost.Tests.Evidence.Dialog;

/// <summary>A server that greets, offers what it is told to, and answers each command by a function of it.</summary>
internal sealed class AnsweringSmtpServer(Func<string, string> answer) : TestServer
{
    protected override async Task Serve(Connection connection)
    {
        await connection.Send("220 mx.example.net ESMTP\r\n");
        while (await connection.ReadLine() is { } line)
        {
            var reply = answer(line);
            await connection.Send(reply + "\r\n");
            if (reply.StartsWith("421", StringComparison.Ordinal) || line == "QUIT") break;
        }

        await connection.Finish();
    }
}
