namespace Gatepost.Tests.Refusals.Mail.Bounce;

public class MicrosoftTests
{
    [Fact]
    public void The_part_for_administrators_gives_the_reply()
    {
        var read = Reading.Of("""
            Delivery has failed to these recipients or groups:

            Kim Example<mailto:kim@example.net>
            Your message can't be delivered because delivery to this address is restricted.

            Diagnostic information for administrators:

            Generating server: EXCH01.example.org

            kim@example.net
            mx.example.net #550 5.7.1 Unable to relay ##

            lee@example.net
            #550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##rfc822;lee@example.net

            Original message headers:

            Received: from EXCH01.example.org (192.0.2.4) by EXCH02.example.org (192.0.2.5)
            To: bystander@example.biz
            """);
        Assert.Equal("""
            exchange: kim@example.net | 550 5.7.1 | mx.example.net | Unable to relay
            exchange: lee@example.net | 550 5.1.1 |  | RESOLVER.ADR.RecipNotFound; not found
            """, read);
    }

    [Fact]
    public void Cloud_reports_quote_the_remote_server()
    {
        var read = Reading.Of("""
            Delivery has failed to these recipients or groups:

            kim@example.net (kim@example.net)<mailto:kim@example.net>
            Your message wasn't delivered. Despite repeated attempts to deliver your message, the recipient's email system refused to accept a connection.

            Diagnostic information for administrators:

            Generating server: AB1PR01MB0001.example-prod.outlook.example
            Receiving server: mx.example.net (203.0.113.7)

            kim@example.net
            11/24/2026 9:00:05 AM - Server at mx.example.net (203.0.113.7) returned '550 5.4.316 Message expired, connection refused(Socket error code 10061)'
            11/24/2026 8:50:00 AM - Server at mx.example.net (203.0.113.7) returned '450 4.4.316 Connection refused'

            Original message headers:
            """);
        Assert.Equal("exchange: kim@example.net | 550 5.4.316 | mx.example.net 203.0.113.7 | Message expired, connection refused(Socket error code 10061)", read);
    }

    [Theory]
    [InlineData("Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:", "Diagnoseinformationen für Administratoren:", "Generierender Server: EXCH01.example.org", "Remote Server returned '550 5.7.1 Unable to relay'", "Ursprüngliche Nachrichtenkopfzeilen:")]
    [InlineData("Échec de la remise aux destinataires ou groupes suivants :", "Informations de diagnostic pour les administrateurs :", "Serveur de génération : EXCH01.example.org", "#550 5.7.1 Unable to relay ##", "En-têtes de message d'origine :")]
    [InlineData("No se pudo entregar el mensaje a estos destinatarios o grupos:", "Información de diagnóstico para los administradores:", "Servidor de generación: EXCH01.example.org", "Remote Server returned '550 5.7.1 Unable to relay'", "Encabezados de mensajes originales:")]
    [InlineData("Recapito non riuscito ai destinatari o gruppi seguenti:", "Informazioni di diagnostica per gli amministratori:", "Server di generazione: EXCH01.example.org", "#550 5.7.1 Unable to relay ##", "Intestazioni originali del messaggio:")]
    [InlineData("Falha na entrega a estes destinatários ou grupos:", "Informações de diagnóstico para administradores:", "Servidor gerador: EXCH01.example.org", "Remote Server returned '550 5.7.1 Unable to relay'", "Cabeçalhos de mensagens originais:")]
    [InlineData("Bezorging mislukt bij deze geadresseerden of groepen:", "Diagnostische gegevens voor beheerders:", "Genererende server: EXCH01.example.org", "#550 5.7.1 Unable to relay ##", "Oorspronkelijke berichtkoppen:")]
    [InlineData("次の受信者またはグループへの配信に失敗しました:", "管理者向けの診断情報:", "生成サーバー: EXCH01.example.org", "Remote Server returned '550 5.7.1 Unable to relay'", "元のメッセージ ヘッダー:")]
    [InlineData("Доставка следующим получателям или группам не выполнена:", "Диагностические сведения для администраторов:", "Создающий сервер: EXCH01.example.org", "#550 5.7.1 Unable to relay ##", "Исходные заголовки сообщения:")]
    public void Any_language_has_the_same_shape(string title, string forAdmins, string generating, string reply, string headers)
    {
        var read = Reading.Of($"{title}\n\nkim@example.net<mailto:kim@example.net>\n...\n\n{forAdmins}\n\n{generating}\n\nkim@example.net\n{reply}\n\n{headers}\n\nReceived: from x\nTo: bystander@example.biz\n");
        Assert.Equal("exchange: kim@example.net | 550 5.7.1 |  | Unable to relay", read);
    }

    [Fact]
    public void The_old_connector_lists_recipients_with_a_date()
    {
        var read = Reading.Of("""
            Your message

              To:      team@example.org
              Subject: 550 things
              Sent:    Tue, 24 Nov 2026 09:00:00 -0500

            did not reach the following recipient(s):

            kim@example.net on Tue, 24 Nov 2026 09:00:05 -0500
                The recipient name is not recognized
                    The MTS-ID of the original message is: c=us;a= ;p=example;l=EXCH0550
                MSEXCH:IMS:Example:SITE:EXCH 0 (000C05A6) Unknown Recipient
            lee@example.net on Tue, 24 Nov 2026 09:00:05 -0500
                Unable to deliver the message due to a communications failure
            """);
        Assert.Equal("""
            exchange: kim@example.net |  |  | The recipient name is not recognized The MTS-ID of the original message is: c=us;a= ;p=example;l=EXCH0550 MSEXCH:IMS:Example:SITE:EXCH 0 (000C05A6) Unknown Recipient
            exchange: lee@example.net |  |  | Unable to deliver the message due to a communications failure
            """, read);
    }
}
