using Gatepost.Cli;
using Gatepost.Cli.Commands;
using Gatepost.Cli.Terminal;

using var output = new Output();
var messages = new Messages();
try
{
    var exit = CommandLine.Run(args, output, messages);
    output.Flush();
    return exit;
}
catch (IOException e) when (Output.IsBrokenPipe(e))
{
    output.Abandon();
    return Exit.Fine;
}
catch (IOException e)
{
    output.Abandon();
    messages.Write($"cannot write the answer: {Output.Reason(e)}");
    return Exit.Unknown;
}
catch (Exception e)
{
    output.Abandon();
    messages.Write($"a defect in gatepost ({e.GetType().Name}); please report it with the command that you ran.");
    return Exit.Unknown;
}
