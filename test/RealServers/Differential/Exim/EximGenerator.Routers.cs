namespace Gatepost.RealServers.Differential.Exim;

/// <summary>Routers, for verifying addresses.</summary>
internal sealed partial class EximGenerator
{
    private void Router(int number)
    {
        var driver = _chance.One("accept", "redirect", "manualroute");
        var lines = new List<string> { $"r{number}:", $"driver = {Feature($"router {driver}", driver)}" };
        lines.AddRange(driver switch
        {
            "accept" => ["transport = nowhere"],
            "manualroute" => ["transport = nowhere", $"route_list = {_chance.One("*", "*.test", "ours.test", "*.rel.test")} 192.0.2.99"],
            _ => ["allow_fail", "allow_defer", $"data = {_chance.One(":fail: no such user", ":defer: come back", ":blackhole:", "a@x.test, b@y.test", $"${{lookup{{$local_part}}lsearch{{{Files}/users}}{{:blackhole:}}}}", "${if eq{$local_part}{bob}{:fail:}fail}", ":fail:")}"],
        });
        _phase = Phase.Rcpt;
        if (_chance.Percent(70)) lines.Add($"domains = {List("domain")}");
        if (_chance.Percent(30)) lines.Add($"local_parts = {List("localpart")}");
        if (_chance.Percent(15)) lines.Add($"senders = {List("address")}");
        if (_chance.Percent(20)) lines.Add($"condition = {Expansion("yes", "no")}");
        if (_chance.Percent(20)) lines.Add("no_more");
        if (_chance.Percent(8)) lines.Add(_chance.One("no_verify", "no_verify_sender", "no_verify_recipient", "fail_verify", "fail_verify_recipient"));
        if (_chance.Percent(15)) lines.Add("cannot_route_message = Nobody here: $domain");
        if (_chance.Percent(10)) lines.Add("unseen");
        _parts.Add(new EximPart("routers", string.Join("\n  ", lines)));
    }
}
