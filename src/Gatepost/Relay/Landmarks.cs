using System.Net;

namespace Gatepost.Relay;

/// <summary>
/// The values at which a leaf's answer may change. The contract, for each dimension:
/// <list type="bullet">
/// <item>Client: the answer is constant on every range of addresses that no named network begins or ends in.</item>
/// <item>Texts (Name, Helo, Login, Tls): the answer to a text depends only on which named texts it equals, which named
/// domains it equals or is below (and whether by one label or by more), which named suffixes and prefixes it has, and which named patterns it matches.</item>
/// <item>Addresses (Sender, Recipient): the same for the domain; for the local part, which named local parts it equals (whole, or up to the
/// first <see cref="Delimiters"/> character), and which whole addresses are named. Besides, an address may be empty, bare, quoted, routed or a
/// literal: a leaf may tell these apart without naming anything.</item>
/// </list>
/// Names are compared in lower case.
/// </summary>
public abstract class Landmarks
{
    /// <summary>
    /// A network of addresses. A text (a HELO name, a domain) that is an address in it may be answered otherwise too: an address is written in many ways, so a proof lets such a leaf
    /// answer anything. No client's name is an address.
    /// </summary>
    public abstract void Network(IPNetwork network);

    /// <summary>A whole text: a client name, a HELO name, a login, a fingerprint; for addresses the whole address.</summary>
    public abstract void Text(string text);

    /// <summary>A domain, whose subdomains may be answered otherwise than itself or than the rest. An address literal is written <c>[192.0.2.1]</c>.</summary>
    public abstract void Domain(string domain);

    /// <summary>Texts or domains that end in this, at a dot or not.</summary>
    public abstract void Suffix(string suffix);

    /// <summary>Texts, domains or local parts that begin with this.</summary>
    public abstract void Prefix(string prefix);

    /// <summary>A local part.</summary>
    public abstract void LocalPart(string localPart);

    /// <summary>Characters at which the server cuts an extension off a local part (Postfix: recipient_delimiter).</summary>
    public abstract void Delimiters(string characters);

    /// <summary>
    /// A regular expression that the leaf asks.
    /// </summary>
    /// <param name="pattern">The expression in the .NET dialect, in which <c>^</c> and <c>$</c> mean the ends of the text.</param>
    /// <param name="ignoreCase">True where letter case does not matter.</param>
    /// <param name="over">What it is matched against.</param>
    public abstract void Pattern(string pattern, bool ignoreCase, PatternSubject over);

    /// <summary>A SASL mechanism that the leaf tells from others, in capitals.</summary>
    public virtual void Mechanism(string mechanism)
    {
    }

    /// <summary>
    /// Says of a leaf on addresses that it looks whole addresses, domains and local parts up one after the other, in an order that is always the same, and that the first
    /// that is found decides. Without this, a leaf that names local parts and domains is asked about every pair of them.
    /// </summary>
    public virtual void InTurn()
    {
    }
}
