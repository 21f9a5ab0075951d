using System.Globalization;
using System.Text;

namespace Gatepost.Bench;

/// <summary>Writes a made-up Postfix configuration as providers have them: 1,000 virtual domains, 1,000 networks, tables of any size, port 25 and submission.</summary>
internal static class AuditMaker
{
    private const int Domains = 1_000;
    private const int Networks = 1_000;

    private const string Main = """
        compatibility_level = 3.6
        myhostname = mx.provider.example
        mydomain = provider.example
        mydestination = $myhostname, localhost.$mydomain, localhost
        mynetworks = /etc/postfix/networks
        virtual_mailbox_domains = /etc/postfix/domains
        virtual_mailbox_maps = hash:/etc/postfix/mailboxes
        local_recipient_maps = hash:/etc/postfix/locals
        recipient_delimiter = +
        smtpd_helo_required = yes
        smtpd_sasl_auth_enable = yes
        smtpd_client_restrictions = permit_mynetworks, check_client_access cidr:/etc/postfix/clients
        smtpd_helo_restrictions = permit_mynetworks, reject_invalid_helo_hostname, reject_non_fqdn_helo_hostname
        smtpd_sender_restrictions = reject_non_fqdn_sender, check_sender_access hash:/etc/postfix/senders
        smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination
        smtpd_recipient_restrictions = reject_non_fqdn_recipient, permit_mynetworks, permit_sasl_authenticated

        """;

    private const string Master = """
        smtp inet n - y - - smtpd
        submission inet n - y - - smtpd
          -o smtpd_tls_security_level=encrypt
          -o smtpd_relay_restrictions=permit_sasl_authenticated,reject

        """;

    /// <summary>Writes it.</summary>
    /// <param name="directory">Where to; made if it is not there.</param>
    /// <param name="mailboxes">How many mailboxes the virtual domains have.</param>
    /// <param name="senders">How many entries the access table of senders has.</param>
    public static int Run(string directory, int mailboxes, int senders)
    {
        Directory.CreateDirectory(directory);
        Write("main.cf", Main);
        Write("master.cf", Master);
        Write("locals", "root x\npostmaster x\nabuse x\n");
        Write("clients", "203.0.113.64/26 REJECT go away\n198.51.100.0/24 DUNNO\n");
        Write("networks", Lines(Networks, static i => $"10.{i / 250}.{i % 250}.0/25"));
        Write("domains", Lines(Domains, static i => Domain(i)));
        Write("mailboxes", Lines(mailboxes, static i => $"user{i / Domains}@{Domain(i % Domains)} {i}/"));
        Write("senders", Lines(senders, static i => $"{Sender(i)} {(i % 3 == 0 ? "REJECT go away" : "DUNNO")}"));
        return 0;

        void Write(string name, string text) => File.WriteAllText(Path.Combine(directory, name), text);
    }

    /// <summary>A virtual domain.</summary>
    public static string Domain(int i) => $"hosted{i}.example";

    /// <summary>A domain of the access table of senders.</summary>
    public static string Sender(int i) => $"s{i}.senders.test";

    private static string Lines(int count, Func<int, string> line)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++) text.Append(CultureInfo.InvariantCulture, $"{line(i)}\n");
        return text.ToString();
    }
}
