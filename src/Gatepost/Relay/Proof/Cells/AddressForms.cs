using System.Buffers;

namespace Gatepost.Relay.Proof.Cells;

/// <summary>Every form that an address can take, made of examples of local parts and domains.</summary>
/// <param name="domains">An example of every atom of domains, the most readable first.</param>
/// <param name="locals">An example of every atom of local parts.</param>
/// <param name="routes">The domains that routes lead to; where routes are not taken apart, one is enough.</param>
/// <param name="fresh">Names that nothing is said about.</param>
internal sealed class AddressForms(IReadOnlyList<string> domains, IReadOnlyList<string> locals, IReadOnlyList<string> routes, FreshNames fresh)
{
    // Beyond this many pairs a form is made of one local part only: a route's local part is looked at like any other.
    private const long MostPairs = 50_000;
    private static readonly SearchValues<char> Special = SearchValues.Create(" ()<>[]:;@\\,\"");

    /// <summary>The addresses with their ranks.</summary>
    public IEnumerable<(string Address, int Rank)> All()
    {
        var few = (long)domains.Count * locals.Count <= MostPairs ? locals : [fresh.LocalPart];
        for (var d = 0; d < domains.Count; d++)
        {
            for (var l = 0; l < locals.Count; l++) yield return ($"{Quoted(locals[l])}@{domains[d]}", d + l + (IsPlain(locals[l]) ? 0 : 100));
            foreach (var form in Forms(domains[d], few)) yield return (form, 2_000 + d);
            // A dot where none belongs.
            foreach (var local in few)
            {
                yield return ($"{Quoted(local)}@{domains[d]}.", 4_000 + d);
                yield return ($"{Quoted(local)}@.{domains[d]}", 4_000 + d);
            }

            foreach (var form in Forms($"{domains[d]}.", [fresh.LocalPart]).Concat(Forms($".{domains[d]}", [fresh.LocalPart]))) yield return (form, 6_000 + d);
        }

        foreach (var local in locals)
        {
            yield return (Quoted(local), 3_000);
            yield return ($"{Quoted(local)}@", 7_000);
        }

        yield return ("", 8_000);
    }

    private IEnumerable<string> Forms(string domain, IReadOnlyList<string> local)
    {
        foreach (var form in local.SelectMany(l => Routed(l, domain).Prepend($"\"{Escaped(l)}\"@{domain}"))) yield return form;
        yield return $"@{domain}";
        yield return $"\"\"@{domain}";
        yield return domain;
    }

    /// <summary>A local part as it stands in an address: quoted where it must be.</summary>
    public static string Quoted(string local) => IsPlain(local) ? local : $"\"{Escaped(local)}\"";

    private IEnumerable<string> Routed(string local, string domain)
    {
        foreach (var to in local == fresh.LocalPart ? routes : routes.Take(1))
        {
            yield return $"{local}%{to}@{domain}";
            yield return $"{to}!{local}@{domain}";
            yield return $"@{to}:{local}@{domain}";
            yield return $"@{domain}:{local}@{to}";
            yield return $"\"{Escaped(local)}@{to}\"@{domain}";
            yield return $"{local}%{fresh.Domain}%{to}@{domain}";
            yield return $"{fresh.Domain}!{local}%{to}@{domain}";
            yield return $"{to}!{fresh.Domain}!{local}@{domain}";
            yield return $"\"{Escaped(local)}%{fresh.Domain}@{to}\"@{domain}";
        }

        // Signs of a route without one.
        yield return $"%{local}@{domain}";
        yield return $"!{local}@{domain}";
        yield return $"{local}%@{domain}";
        yield return $"{local}!@{domain}";
        yield return $"\"@{Escaped(local)}\"@{domain}";
        yield return $"\"{Escaped(local)}@\"@{domain}";
        yield return $"{local}%{domain}";
        yield return $"{domain}!{local}";
        yield return $"{fresh.Domain}!{local}%{domain}";
    }

    private static bool IsPlain(string local) =>
        local.Length > 0 && local[0] != '.' && local[^1] != '.' && !local.Contains("..", StringComparison.Ordinal)
        && local.AsSpan().IndexOfAny(Special) < 0 && !local.AsSpan().ContainsAnyInRange('\0', '\u001f');

    private static string Escaped(string local) => local.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
