namespace Gatepost.Diagnoses.Rules;

internal sealed partial class UserUnknown
{
    /// <summary>The ways to say that there is no such user; shared with <see cref="Filtered"/>.</summary>
    internal static IReadOnlyList<string> Words { get; } =
    [
        "(user|recipient|mailbox|account|address) ~ (unknown|not known|not found|nonexistent|non-existent|not recognized|not recognised|unrecognized|not listed|undefined|not exist|invalid|not valid|not present|not here|unavailable|not available)",
        "(addressee|username|alias|userid|user id>|local-part|local part|localpart|email|e-mail) ~ (unknown|not found|does not exist|not exist|invalid)",
        "(user|recipient|mailbox|account|address|addressee|username|email|e-mail) ~ (does not>|doesn't|doesnt|do not>|no longer) ~ (exist|seem to exist|appear to exist)",
        "(account|mailbox|address|user) ~ that you tried to reach does not exist",
        "(user|recipient|mailbox|account|address|e-mail) .. (does not exist|doesn't exist|doesnt exist|no longer exists|is unknown|is not known)",
        "name is not recognized",
        "(unknown|invalid|nonexistent|non-existent|unrecognized|inexistent|illegal|undefined) ~ (user|recipient|mailbox|account|address|addressee|username|alias|local part|local-part|local user|local recipient|email address|e-mail address|destination address|rcpt|subscriber)",
        "unknown or illegal (alias|user|address)",
        "(no such|no matching|is not a valid|is not a known|there is no>|no active|not an existing) ~ (user|recipient|mailbox|account|address|addressee|person|alias|local user|local recipient|inbox|customer|subscriber|member|rcpt|name)",
        "(can't find|cannot find|could not find|couldn't find|unable to find|unable to validate|unable to verify) .. (user|recipient|mailbox|account|addressee)",
        "no (mailbox|user|account|address|recipient|one>) ~ (by|with|of) (that|this|such a) name",
        "no (local|valid|known) (user|recipient|mailbox|account|customer)",
        "(user|account|recipient|address|mailbox) ~ not (in>|on>|at>|listed|registered|hosted) .. (directory|list|system|server|here|domain|host|address book|table)",
        "not listed in (public|domino|the>) .. (directory|address book)",
        "(doesn't|does not|doesnt) have (a>|an>) .. account",
        "(that|this) (user|address|recipient|mailbox|account|person) ~ (is not>|does not>|isn't|is no longer) ~ (here|exist|valid|at this|known|found)",
        "(user|recipient|address|email|account|mailbox) ~ (isn't|wasn't|was not>|could not be>|couldn't be>|cannot be>|can't be>) ~ (found|recognized|resolved|verified|located)",
        "*@ .. (does not exist|doesn't exist|is unknown|not found|unknown user|is not valid|no such user|could not be found|isn't a known)",
        "address(es|) (couldn't be found|could not be found|wasn't found|was not found)",
        "recipient address(es|) rejected .. (access denied|user unknown|unknown user|undeliverable|unverified|not found|does not exist|no such|mailbox unavailable)",
        "^recipient (rejected|refused|not ok|not accepted|denied)",
        "(recipient|user) verification failed",
        "(bad>|incorrect|wrong) ~ (destination mailbox address|mailbox address|recipient|address syntax|recipient address|destination address)",
        "(email|recipient) address is possibly incorrect",
        "(inactive email address|inactive or nonexistent|inactive or non-existent)",
        "double-checking the recipient's email address",
        "all recipients (were |)(rejected|refused|invalid|failed)",
        "no valid (recipient|recipients|address|cell|mailbox|user|rcpt)",
        "no recipients (accepted|found)",
        "(resolver.adr.recipnotfound|resolver.adr.recipientnotfound|resolver.adr.exrecipnotfound|resolver.adr.ambiguous|resolver.adr.badprimary|resolver.adr.invalidinsmtp|recipnotfound|recipientnotfound)",
        "(invalid|unknown|bad)(recipient|user|mailbox)>",
        "returned unknown recipient",
        "not a (customer|known user|valid user|subscriber|registered user) (here|of|at|on)",
        "(rcpt to>|recipient) .. (account|mailbox|user) .. (not found|unknown)",
        "answer=6596",
        "p=nosuchuser",
        "mailbox (lookup failure|not local)",
        "the recipient cannot be verified",
        "ofr(_416|005_416|999_416|_418|004_416|006_416|_415|005_418)",
        "lpn(_416|007_416|006_416|000_416|_418|007_418|_425)",
        "name (is |)(ambiguous|not in directory)",
        "(recipient|user|mailbox) .. (rejected|refused) .. no such (user|account|recipient|mailbox|person)",
        "mail-box (unknown|not found)",
        "we don't have (a|any) (user|mailbox|such)",
        "couldn't deliver .. unknown",
        "please check if address is correct",
        "(mailbox|user|recipient) (not>|is not>|isn't) ~ (valid|active) ~ here",
        "bad mailbox>",
        // German
        "(benutzer|empfaenger|empf. nger|postfach|mailbox|adresse|emailadresse|e-mail-adresse|user) ~ (unbekannt|nicht bekannt|existiert nicht|nicht gefunden|nicht vorhanden|ungueltig)",
        "(unbekannter|ungueltiger) (benutzer|empfaenger)",
        "kein (solcher|solches) (benutzer|postfach)",
        "(empfänger|empfängeradresse|postfach) .. (unbekannt|nicht bekannt|existiert nicht|nicht gefunden|ungültig|nicht vorhanden)",
        "unbekannter empfänger",
        "(dieses|das) postfach existiert nicht",
        "(benutzer|adresse) .. ungültig",
        // French
        "(utilisateur|destinataire|adresse|compte) ~ (inconnu|inconnue|inexistant|inexistante|invalide|introuvable)",
        "(destinataire|adresse) .. (inconnu|invalide|inexistant)",
        "adresse d> .. destinataire .. invalide",
        "(utilisateur|compte|adresse) n'existe pas",
        "boite .. (inconnue|inexistante)",
        "boîte .. (inconnue|inexistante)",
        "n'existe pas",
        // Spanish, Portuguese, Italian, Dutch
        "(usuario|destinatario|buzon|cuenta|direccion) ~ (desconocido|desconocida|inexistente|no existe|no encontrado|invalido|no valido)",
        "(buzón|dirección|cuenta) .. (no existe|desconocido|inválida|inexistente)",
        "(destinatário|usuário) .. (desconhecido|inexistente|não existe|não encontrado|inválido)",
        "(usuario|destinatario|conta|caixa postal) .. (desconhecido|nao existe|nao encontrado|inexistente)",
        "(utente|destinatario|casella|indirizzo) .. (sconosciuto|inesistente|non esiste|non valido|non trovato|non trovata)",
        "(gebruiker|ontvanger|postbus|adres|geadresseerde) .. (onbekend|bestaat niet|niet gevonden|ongeldig)",
        "onbekende (gebruiker|ontvanger)",
        // Polish, Russian
        "(uzytkownik|adresat|konto|skrzynka) .. (nieznany|nie istnieje|nieznana)",
        "(użytkownik|adresat|konto) .. (nieznany|nie istnieje)",
        "(пользователь|получатель|адрес|ящик|почтовый ящик) .. (не найден|не существует|неизвестен|не зарегистрирован|недействителен)",
        "(нет такого|неизвестный|несуществующий) ~ (пользователя|пользователь|получатель|ящика|адреса|адрес)",
        // Japanese, Chinese, Korean
        "*宛先のメールアドレスが見つかりません",
        "*メールアドレスが存在しません",
        "*ユーザが存在しません",
        "*宛先不明",
        "*用户不存在",
        "*收件人不存在",
        "*无此用户",
        "*收件人地址不存在",
        "*邮箱不存在",
        "*존재하지 않는",
    ];

    public override IReadOnlyList<string> Says => Words;

    public override IReadOnlyList<string> Unless => SaysElse;

    /// <summary>Words in which "unknown" or "not found" is said of something else.</summary>
    internal static IReadOnlyList<string> SaysElse { get; } =
    [
        "(domain|host|domain name) ~ (not found|does not exist|doesn't exist|unknown|not exist|non-existent|nonexistent)",
        "bad destination system address",
        "over quota",
    ];
}
