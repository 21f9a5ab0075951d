namespace Gatepost.RealServers.Differential.Exim;

/// <summary>A part of a configuration that can be left out while a case is made small.</summary>
/// <param name="Section">Where it stands: <c>main</c>, the name of an ACL, <c>routers</c>.</param>
/// <param name="Text">Its lines.</param>
internal sealed record EximPart(string Section, string Text);
