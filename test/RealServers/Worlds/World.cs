using Gatepost.Diagnoses;

namespace Gatepost.RealServers.Worlds;

/// <summary>One way for mail to be refused, with servers as people run them, and what is to be found out about it.</summary>
/// <param name="Name">Unique.</param>
/// <param name="Cause">The id of the cause.</param>
/// <param name="Owner">Who must act.</param>
/// <param name="Words">What the real server says, whole; <c>{client}</c> stands for the client's address.</param>
/// <param name="Lay">Puts its names and servers into the scene, and gives the attempt that is refused.</param>
internal sealed record World(string Name, string Cause, Owner Owner, string Words, Func<Scene, Attempt> Lay)
{
    /// <summary>True where the words alone point to another owner, and only the DNS shows who must act.</summary>
    public bool WordsMislead { get; init; }
}
