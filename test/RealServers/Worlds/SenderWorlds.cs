using Gatepost.Diagnoses;
using Gatepost.RealServers.Mail;

namespace Gatepost.RealServers.Worlds;

/// <summary>The refusing server is the sender's own outgoing one, and the sender or its administrator must act.</summary>
internal static class SenderWorlds
{
    public static IReadOnlyList<World> All { get; } =
    [
        new("postfix-missing-login", "GP101", Owner.Sender, "554 5.7.1 <pat@far.example>: Relay access denied", static scene =>
        {
            var server = scene.Server(new Postfix("smtp.acorn.example") { Ports = [25, 587], LoginPorts = [587], Domains = ["acorn.example"] });
            scene.Zone("acorn.example", "@ MX 10 smtp", "@ TXT \"v=spf1 mx -all\"");
            return new(server, scene.Client("dsl-1.access.example"), "ann@acorn.example", "pat@far.example") { Port = 587 };
        }),
        new("postfix-submission-without-login", "GP101", Owner.Sender, "554 5.7.1 <pat@far.example>: Recipient address rejected: Access denied", static scene =>
        {
            var server = scene.Server(new Postfix("mail.birch.example")
            {
                Ports = [587], LoginPorts = [587], Domains = ["birch.example"], Restrictions = "permit_sasl_authenticated, reject",
            });
            scene.Zone("birch.example", "@ MX 10 mail", "@ TXT \"v=spf1 mx -all\"");
            return new(server, scene.Client("dsl-2.access.example"), "ann@birch.example", "pat@far.example") { Port = 587 };
        }),
        new("exim-missing-login", "GP101", Owner.Sender, "550 relay not permitted", static scene =>
        {
            var server = scene.Server(new Exim("smtp.cedar.example") { Ports = [25, 587], LoginPorts = [587], Domains = ["cedar.example"] });
            scene.Zone("cedar.example", "@ MX 10 smtp", "@ TXT \"v=spf1 mx -all\"");
            return new(server, scene.Client("dsl-3.access.example"), "ann@cedar.example", "pat@far.example") { Port = 587 };
        }),
        new("opensmtpd-missing-login", "GP101", Owner.Sender, "550 Invalid recipient: <pat@far.example>", static scene =>
        {
            var server = scene.Server(new OpenSmtpd("smtp.dogwood.example") { Ports = [25, 587], LoginPorts = [587], Domains = ["dogwood.example"] });
            scene.Zone("dogwood.example", "@ MX 10 smtp", "@ TXT \"v=spf1 mx -all\"");
            return new(server, scene.Client("dsl-4.access.example"), "ann@dogwood.example", "pat@far.example") { Port = 587 };
        }),
        new("opensmtpd-login-demanded", "GP101", Owner.Sender, "530 5.5.1 Invalid command: Must issue an AUTH command first", static scene =>
        {
            var server = scene.Server(new OpenSmtpd("smtp.erica.example") { Ports = [25, 587], LoginPorts = [587], DemandsLogin = true, Domains = ["erica.example"] });
            scene.Zone("erica.example", "@ MX 10 smtp", "@ TXT \"v=spf1 mx -all\"");
            return new(server, scene.Client("dsl-11.access.example"), "ann@erica.example", "pat@far.example") { Port = 587 };
        }),
        new("postfix-wrong-password", "GP102", Owner.Sender, "535 5.7.8 Error: authentication failed: (reason unavailable)", static scene =>
        {
            var server = scene.Server(new Postfix("smtp.elm.example") { Ports = [587], LoginPorts = [587], Domains = ["elm.example"] });
            scene.Zone("elm.example", "@ MX 10 smtp", "@ TXT \"v=spf1 mx -all\"");
            return new(server, scene.Client("dsl-5.access.example"), "ann@elm.example", "pat@far.example") { Port = 587, User = "ann@elm.example", Password = "old" };
        }),
        new("exim-wrong-password", "GP102", Owner.Sender, "535 Incorrect authentication data", static scene =>
        {
            var server = scene.Server(new Exim("smtp.fir.example") { Ports = [587], LoginPorts = [587], Domains = ["fir.example"] });
            scene.Zone("fir.example", "@ MX 10 smtp", "@ TXT \"v=spf1 mx -all\"");
            return new(server, scene.Client("dsl-6.access.example"), "ann@fir.example", "pat@far.example") { Port = 587, User = "ann@fir.example", Password = "old" };
        }),
        new("mx-as-outgoing-server", "GP103", Owner.Sender, "554 5.7.1 <pat@far.example>: Relay access denied", static scene =>
        {
            var server = scene.Server(new Postfix("mx.ginkgo.example") { Domains = ["ginkgo.example"] });
            scene.Server(new Postfix("submit.ginkgo.example") { Ports = [587], LoginPorts = [587], Domains = ["ginkgo.example"] });
            scene.Zone("ginkgo.example", "@ MX 10 mx", "@ TXT \"v=spf1 a:submit.ginkgo.example -all\"");
            return new(server, scene.Client("dsl-7.access.example"), "ann@ginkgo.example", "pat@far.example");
        }),
        new("postfix-client-outside", "GP104", Owner.SendingAdmin, "554 5.7.1 <pat@far.example>: Relay access denied", static scene =>
        {
            var server = scene.Server(new Postfix("out.hazel.example") { Domains = ["hazel.example"], Networks = ["10.20.0.0/16"] });
            scene.Server(new Postfix("mx.hazel.example") { Domains = ["hazel.example"] });
            scene.Zone("hazel.example", "@ MX 10 mx", "@ TXT \"v=spf1 a:out.hazel.example -all\"");
            return new(server, scene.Client("branch.hazel.example"), "ann@hazel.example", "pat@far.example");
        }),
        new("sendmail-client-outside", "GP104", Owner.SendingAdmin, "550 5.7.1 <pat@far.example>... Relaying denied", static scene =>
        {
            var server = scene.Server(new Sendmail("out.ivy.example") { Domains = ["ivy.example"], Networks = ["10.20"] });
            scene.Server(new Postfix("mx.ivy.example") { Domains = ["ivy.example"] });
            scene.Zone("ivy.example", "@ MX 10 mx", "@ TXT \"v=spf1 a:out.ivy.example -all\"");
            return new(server, scene.Client("web.ivy-hosting.example"), "ann@ivy.example", "pat@far.example");
        }),
        new("sendmail-client-without-name", "GP105", Owner.SendingAdmin, "550 5.7.1 <pat@far.example>... Relaying denied. IP name lookup failed [{client}]", static scene =>
        {
            var server = scene.Server(new Sendmail("out.juniper.example") { Domains = ["juniper.example"] });
            scene.Server(new Postfix("mx.juniper.example") { Domains = ["juniper.example"] });
            scene.Zone("juniper.example", "@ MX 10 mx", "@ TXT \"v=spf1 a:out.juniper.example -all\"");
            return new(server, scene.NamelessClient(), "ann@juniper.example", "pat@far.example");
        }),
        new("sendmail-client-with-forged-name", "GP105", Owner.SendingAdmin, "550 5.7.1 <pat@far.example>... Relaying denied. IP name possibly forged [{client}]", static scene =>
        {
            var server = scene.Server(new Sendmail("out.larch.example") { Domains = ["larch.example"] });
            scene.Server(new Postfix("mx.larch.example") { Domains = ["larch.example"] });
            scene.Zone("larch.example", "@ MX 10 mx", "@ TXT \"v=spf1 a:out.larch.example -all\"");
            return new(server, scene.ForgedClient("app.larch.example"), "ann@larch.example", "pat@far.example");
        }),
        new("postfix-sender-of-another", "GP107", Owner.Sender, "553 5.7.1 <boss@maple.example>: Sender address rejected: not owned by user ann@maple.example", static scene =>
        {
            var server = scene.Server(new Postfix("smtp.maple.example")
            {
                Ports = [587], LoginPorts = [587], Domains = ["maple.example"],
                Extra = "smtpd_sender_login_maps = inline:{ {ann@maple.example=ann@maple.example} {boss@maple.example=boss@maple.example} }\nsmtpd_sender_restrictions = reject_sender_login_mismatch",
            });
            scene.Zone("maple.example", "@ MX 10 smtp", "@ TXT \"v=spf1 mx -all\"");
            return new(server, scene.Client("dsl-8.access.example"), "boss@maple.example", "pat@far.example") { Port = 587, User = "ann@maple.example" };
        }),
        new("postfix-percent-hack", "GP134", Owner.Sender, "554 5.7.1 <pat%far.example@nutmeg.example>: Relay access denied", static scene =>
        {
            var server = scene.Server(new Postfix("mx.nutmeg.example") { Domains = ["nutmeg.example"] });
            scene.Zone("nutmeg.example", "@ MX 10 mx");
            return new(server, scene.Client("out.oak.example"), "ann@oak.example", "pat%far.example@nutmeg.example");
        }),
        new("exim-percent-hack", "GP134", Owner.Sender, "550 Restricted characters in address", static scene =>
        {
            var server = scene.Server(new Exim("mx.olive.example") { Domains = ["olive.example"] });
            scene.Zone("olive.example", "@ MX 10 mx");
            return new(server, scene.Client("out2.oak.example"), "ann@oak.example", "pat%far.example@olive.example");
        }),
        new("postfix-block-list", "GP131", Owner.SendingAdmin, "554 5.7.1 Service unavailable; Client host [{client}] blocked using blocklist.example; Listed, see https://blocklist.example/", static scene =>
        {
            var server = scene.Server(new Postfix("mx.pine.example")
            {
                Domains = ["pine.example"], Extra = $"smtpd_recipient_restrictions = reject_rbl_client {BlockList.Zone}",
            });
            scene.Zone("pine.example", "@ MX 10 mx");
            var client = scene.Client("out3.oak.example");
            BlockList.List(scene, client);
            return new(server, client, "ann@oak.example", "pat@pine.example");
        }),
    ];
}
