namespace Gatepost.RealServers.Differential.Exim;

/// <summary>Expansion strings that give one text or another.</summary>
internal sealed partial class EximGenerator
{
    private string Expansion(string yes, string no)
    {
        switch (_chance.Between(0, 9))
        {
            case 0: return Feature("expansion lookup", $"${{lookup{{{Variable()}}}lsearch{{{Files}/{_chance.One("domains", "users", "addresses")}}}{{{yes}}}{{{no}}}}}");
            case 1: return Feature("expansion lookup partial", $"${{lookup{{$sender_address_domain}}partial-lsearch{{{Files}/domains}}{{{yes}}}{{{no}}}}}");
            case 2: return Feature("expansion fail", $"${{if {Test(2)}{{{yes}}}fail}}");
            case 3: return Feature("expansion extract", $"${{extract{{2}}{{,}}{{{no},{yes},x}}{{$value}}{{{no}}}}}");
            default: return Feature("expansion if", $"${{if {Test(2)}{{{yes}}}{{{no}}}}}");
        }
    }

    private string Variable() => _chance.Between(0, 14) switch
    {
        0 => "$sender_host_address",
        1 => "$sender_host_name",
        2 when _phase >= Phase.Helo => "$sender_helo_name",
        3 or 4 when _phase >= Phase.Mail => "$sender_address",
        5 when _phase >= Phase.Mail => "$sender_address_domain",
        6 when _phase >= Phase.Mail => "$authenticated_id",
        7 or 8 when _phase == Phase.Rcpt => "$domain",
        9 when _phase == Phase.Rcpt => "$local_part",
        10 => Feature("variable acl_m", _chance.One("$acl_m0", "$acl_m_a")),
        11 => Feature("variable acl_c", _chance.One("$acl_c0", "$acl_c_b")),
        12 => Feature("variable port", _chance.One("$received_port", "$interface_port")),
        13 => "$primary_hostname",
        _ => Feature("operator", _chance.One("${lc:$sender_helo_name}", "${domain:$sender_address}", "${local_part:$sender_address}", "${uc:$sender_address_domain}", "${length_3:$sender_address}",
            "${substr_1_2:$sender_helo_name}", "${sg{$sender_address}{a}{b}}", "${tr{$sender_helo_name}{abc}{xyz}}", "${strlen:$sender_address}", "$sender_address_local_part@$sender_address_domain", "$local_part@$domain", "${mask:$sender_host_address/24}")),
    };

    private static string Name(string variable) => variable.StartsWith("${", StringComparison.Ordinal) ? "sender_host_name" : variable[1..].Split('@')[0];

    private string Constant() => _chance.One("ours.test", "far.test", "client.test", "mx.far.test", "", "yes", "no", "1", "0", "587", "bob", "Bob", "a@sender.test", "bob@ours.test", "192.0.2.7", "25", "u", "plain", "sender.test");

    private string Test(int depth)
    {
        if (depth > 0 && _chance.Percent(30))
            return _chance.Between(0, 2) switch
            {
                0 => Feature("test and", $"and{{{{{Test(depth - 1)}}}{{{Test(depth - 1)}}}}}"),
                1 => Feature("test or", $"or{{{{{Test(depth - 1)}}}{{{Test(depth - 1)}}}}}"),
                _ => Feature("test !", $"!{Test(depth - 1)}"),
            };
        return _chance.Between(0, 17) switch
        {
            0 or 1 or 2 => Feature("test eq", $"eq{{{Variable()}}}{{{Constant()}}}"),
            3 or 4 => Feature("test eqi", $"eqi{{{Variable()}}}{{{Constant()}}}"),
            5 or 6 => Feature("test match", $"match{{{Variable()}}}{{{_chance.One("^a", "\\\\.test\\$", "[0-9]", "^bob@", "\\N^\\w+\\.test$\\N", "(?i)OURS")}}}"),
            7 => Feature("test match_domain", $"match_domain{{{Variable()}}}{{{_chance.One("*.test", "ours.test : far.test", "!ours.test", Named("domain"))}}}"),
            8 => Feature("test match_ip", $"match_ip{{$sender_host_address}}{{{_chance.One("10.0.0.0/8", "192.0.2.7 : 192.0.2.8", "!192.0.2.7", ":@[]", "*")}}}"),
            9 => Feature("test match_address", $"match_address{{{(_phase >= Phase.Mail ? "$sender_address" : "a@sender.test")}}}{{{_chance.One("*@ours.test", "a@sender.test : *@far.test", "!*@ours.test")}}}"),
            10 => Feature("test inlist", $"inlist{{{Variable()}}}{{{_chance.One("ours.test:far.test", "25:587", "bob:u")}}}"),
            11 => Feature("test inlisti", $"inlisti{{{Variable()}}}{{OURS.test:Far.test:BOB}}"),
            12 => Feature("test def", $"def:{Name(Variable())}"),
            13 => Feature("test isip", $"{_chance.One("isip", "isip4", "isip6")}{{{Variable()}}}"),
            14 => Feature("test number", $"{_chance.One("=", ">", "<", ">=", "<=")}{{{_chance.One("$received_port", "${strlen:$sender_helo_name}", "3", "$acl_m0")}}}{{{_chance.One("25", "587", "10", "100")}}}"),
            15 => Feature("test bool", $"bool{{{_chance.One("yes", "0", "$acl_m0", "true", "no", "maybe")}}}"),
            16 => Feature("test exists", $"exists{{{Files}/{_chance.One("domains", "nothing", "dir")}}}"),
            _ => Feature("test forany", $"forany{{ours.test:bob:far.test}}{{eq{{$item}}{{{Variable()}}}}}"),
        };
    }
}
