using CsCheck;
using Gatepost.Mta.Postfix.Addresses;

namespace Gatepost.Tests.Mta.Postfix;

/// <summary>Short ways through the reading of addresses and tables lead where the long ones lead.</summary>
public sealed class FastPathPropertyTests
{
    private static readonly string[] Pieces =
        ["a", "Bc", "0", "7", "-", "_", ".", "..", "+", "=", "%", "!", "@", "example", "ORG", "x-1", "\"", "\\", " ", "\t", "[", "]", "é", "\x01", "\x7f", "#", new string('l', 63), "example.org", ":", "~"];

    private static readonly Gen<string> Text = Gen.Int[0, Pieces.Length - 1].Array[0, 9].Select(static picks => string.Concat(picks.Select(static i => Pieces[i])));

    // Mostly of the form that has a short way.
    private static readonly Gen<string> Address = Gen.Select(Text, Text, Gen.Bool).Select(static (local, domain, bare) => bare ? local : $"{local}@{domain}.test");

    // A comment sends an address the long way, and is taken out there.
    [Fact]
    public void An_ordinary_address_is_read_as_any_other()
    {
        var addressing = PostfixWorld.Read(PostfixWorld.Base + PostfixWorld.Std).Policies[0].Addressing;
        Address.Sample(
            address =>
            {
                Assert.Equal(addressing.Recipient("()" + address), addressing.Recipient(address));
                if (address.Length > 0) Assert.Equal(addressing.Sender("()" + address), addressing.Sender(address));
            },
            iter: 20_000);
    }

    // A backslash makes the long way necessary, and changes nothing before what is no operator and no blank.
    [Fact]
    public void A_word_is_cut_out_whole_as_it_is_sign_by_sign() => Text.Sample(
        text =>
        {
            var word = string.Concat(text.Where(static c => !AddressToken.IsOperator(c) && c is not (' ' or '\t')));
            Assert.Equal(AddressTokens.Scan(string.Concat(word.Select(static c => $"\\{c}"))), AddressTokens.Scan(word));
        },
        iter: 20_000);

    [Fact]
    public void A_host_name_is_one_sign_by_sign() => Text.Sample(static name => Assert.Equal(IsHostName(name), HostSyntax.IsHostName(name)), iter: 20_000);

    [Fact]
    public void A_table_finds_what_a_dictionary_finds() => Gen.Select(Text.Array[0, 40], Text.Array[0, 40]).Sample(
        static (keys, others) =>
        {
            var known = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var key in keys.Where(static k => k.Length > 0 && k[0] != '#' && k.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '@')))
                known.TryAdd(key, $"v{known.Count}");
            var source = Sources.Read("compatibility_level = 3.6", more: ("/t", string.Concat(known.Select(static k => $"{k.Key} {k.Value}\n"))));
            var table = source.Tables.Open("texthash:/t", Sources.Here);
            foreach (var key in keys.Concat(others).Concat(known.Keys.Select(static k => k.ToUpperInvariant())))
                Assert.Equal(known.GetValueOrDefault(key), table.Find(key).Value);
        },
        iter: 500);

    private static bool IsHostName(string name)
    {
        var label = 0;
        var isNumeric = true;
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == '.')
            {
                if (label == 0 || i + 1 == name.Length) return false;
                label = 0;
                continue;
            }

            if (!char.IsAsciiLetterOrDigit(name[i]) && name[i] is not ('_' or '-')) return false;
            if (++label > 63 || (name[i] == '-' && (label == 1 || i + 1 == name.Length || name[i + 1] == '.'))) return false;
            isNumeric &= char.IsAsciiDigit(name[i]);
        }

        return name.Length is > 0 and <= 255 && !isNumeric;
    }
}
