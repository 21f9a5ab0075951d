using Gatepost.Relay;
using Gatepost.Relay.Proof;
using Gatepost.Tests.Relay.Proof.Support;
namespace Gatepost.Tests.Relay.Proof;
public class DebugTests
{
    [Fact]
    public void Show()
    {
        var text = File.ReadAllText("/tmp/pt/dbg/in").Trim().Split(' ', 3);
        var policy = new PolicyGenerator(new Random(int.Parse(text[0]))).Make();
        var proof = new PolicyProof(policy);
        foreach (var leaf in new PolicyConditions(policy).Leaves) Console.WriteLine(leaf);
        var dimension = Enum.Parse<Dimension>(text[1]);
        var attempt = new Attempt { Client = System.Net.IPAddress.Parse("1.1.1.1"), RcptTo = text[2], MailFrom = text[2] };
        var s = new Session(policy, attempt, Knowledge.None);
        Console.WriteLine(s.Recipient);
        Console.WriteLine(string.Join(' ', new PolicyConditions(policy).Leaves.Where(l => l.Dimension == dimension).Select(l => l.Ask(s).Value)));
        var atoms = proof.Space.Atoms(dimension);
        for (var i = 0; i < atoms.Count; i++) Console.WriteLine(string.Join(' ', atoms.Signature(i).ToArray()) + "   " + atoms.Put(attempt, i).RcptTo+ "   " + atoms.Put(attempt, i).MailFrom);
    }
}
