namespace Gatepost.Diagnoses.Rules.Relay;

/// <summary>
/// The ways in which servers deny relaying, by what they let on: that a login is missing, that the domain is not theirs,
/// that the connection cannot be tied to a customer, that the client's name did not check out, or nothing of the kind.
/// </summary>
internal static class RelayWords
{
    /// <summary>"Relaying denied" in so many words: nothing else in the text makes it mean something else.</summary>
    public static IReadOnlyList<string> Plain { get; } =
    [
        "(relay|relaying) (access |attempt |attempts |mail |of mail |service |request |is |was |has been |to |from |through |) (is |was |temporarily |not currently |currently |) {denied}",
        "(relay|relaying) (is |was |) not (yet |currently |) (allowed|permitted|enabled|authorized|authorised|accepted|available|supported|possible)",
        "unable to relay",
        "(cannot|can not|can't|won't|will not|do not|don't|does not|doesn't|not allowed to|not permitted to|not authorized to|refusing to|refuse to) (act as a |allow |accept |) relay",
        "list of allowed rcpthosts",
        "(permission|permissions|right|rights|authorization|authorisation|privilege|privileges) to relay",
        "(issue|send|use|give) an auth command (first|)",
        "use submission (for|to|port|service|instead)",
    ];

    /// <summary>The server would not relay and does not say what was missing.</summary>
    public static IReadOnlyList<string> Bare { get; } =
    [
        "(relay|relays|relaying|relayed) .. {denied}",
        "(relay|relays|relaying|relayed) .. not (yet |currently |) (enabled|allowed|permitted)",
        "(relay|relaying) (is |was |) (off|not (currently |yet |temporarily |) (done|allowed|permitted|enabled|offered|provided|granted|tolerated|implemented))",
        "(relay|relaying) (attempt|attempts|violation|prohibition|restriction|failure|error|refusal)",
        "(attempt|attempts|attempted|attempting|trying|tried) to (mail |) relay",
        "(unauthorized|unauthorised|illegal|forbidden|prohibited|disallowed|unapproved|attempted|third party|third-party|3rd party) (mail |email |message |smtp |open |) relay",
        "(rejected|rejecting|refused|refusing|refuse|refuses|denied|denying|deny|denies|decline|declines|declined|prohibits|prohibited from|disallows|won't|wont|will not|would not|do not|don't|dont|does not|doesn't|doesnt|cannot|can not|can't|cant|unable to|not able to|not willing to|could not|couldn't|must not|may not|never) (to |the |) (act as a |allow |accept |provide |offer |permit |support |do |mail |open |) relay",
        "not (currently |yet |) (allowed|permitted|authorized|authorised|enabled|configured|entitled|able|willing|going|supposed|set up|cleared|trusted) (to |for |) (send or |use us as a |use this (server|host|system) (as a |to |for |) |do |mail |act as a |) relay",
        "(no|not|without) (a |an |permission to |permission for |rights to |right to |authorization to |your |my |) (relay|relaying)>",
        "(no|isn't|isnt|not) (a |an |your |) (open |mail |) (relay|relaying) (server|host|service|here|for|from|to|through|via|access|allowed)",
        "{isnt} (a |an |) open (mail |smtp |) relay",
        "(i'm|im|we're|i am|we are) not (your|a|an|the) (open |mail |) relay",
        "open relay (is |are |) (not allowed|denied|prohibited|forbidden|disallowed|disabled|not permitted|not supported)",
        "(do|does) not (accept|allow|permit|take) .. (relay|relaying)>",
        "(list|set|file|table) of (allowed |my |permitted |) rcpthosts",
        "(my|our|its|the|this) rcpthosts",
        "(not|no) (a |an |valid |) gateway",
        "not (a |) local host",
        "(relaying|relay) .. (only|requires|require) .. (allowed|permitted|possible|for|local|registered|authori)",
        "only (allowed|permitted|authorized|authorised|local|registered|authenticated|known) .. (may|can|to|allowed to) relay",
        "(sending|send|delivery|deliver|mail|messages|forwarding) to (remote|external|foreign|outside|non-local|nonlocal|off-site|other) (e-mail |email |mail |) (address|addresses|recipient|recipients|domain|domains|host|hosts|user|users|destinations) .. {denied}",
        "(external|remote|foreign|non-local|nonlocal) (e-mail |email |) (address|addresses|recipient|recipients|domain|domains|destinations) .. {denied}",
        "(cannot|can't|can not|could not|unable to) deliver (mail|email|messages|e-mail) for",
        "delivery {isnt} (allowed|permitted) to (this|that|the) (address|domain|recipient)",
        "non-accepted domain",
        "(insecure|unsecured) (mail |smtp |) relay",
        "(weiterleitung|weiterleiten|relaying|relay|relayen) .. (verweigert|abgelehnt|nicht erlaubt|nicht gestattet|nicht zugelassen|verboten)",
        "(relais|relayage|relayer|relai) .. (refusé|refuse|interdit|non autorisé|non autorise|pas autorisé|pas autorise)",
        "(refusé|interdit|pas autorisé|non autorisé) .. (relais|relayage|relayer)",
        "(retransmisión|retransmision|reenvío|reenvio|relay|relaying) .. (denegado|denegada|no permitido|no permitida|no autorizado|no autorizada|prohibido|prohibida)",
        "(relay|inoltro|rilancio) .. (negato|non consentito|non permesso|non autorizzato|vietato|rifiutato)",
        "(relay|retransmissão|retransmissao|reencaminhamento) .. (negado|negada|não permitido|nao permitido|não autorizado|proibido|proibida)",
        "(relay|relaying|doorsturen) .. (geweigerd|niet toegestaan|verboden)",
        "(relay|пересылка|релей|ретрансляция|relaying) .. (запрещ|отказано|не разреш|отклонен)",
        "(relay|przekazywanie|relaying) .. (odmowa|zabronion|niedozwolon|odrzucon)",
        "*(中継|リレー|転送) .. *(拒否|許可され|できません|禁止)",
        "*中继 .. *拒绝",
        "*拒绝 .. *中继",
        "*不允许 .. *转发",
    ];

    /// <summary>The server asks for a login.</summary>
    public static IReadOnlyList<string> DemandsLogin { get; } =
    [
        "^(smtp |smtp-|user |client |sender |login |) (auth|authentication|authorization|login|log in) (is |) (required|needed|necessary|mandatory|must be)",
        "(smtp auth|smtp-auth|smtp authentication|authentication|auth|smtp login|authorization) (is |) (required|needed|necessary|mandatory) (for|to|before|in order|when|on|by|-|here|first)",
        "(requires|require|needs|need|demands|wants|must use|must do|must perform|please use|please perform|please do|you need|perform|use|using|try|enable|turn on|switch on|activate|without|missing|proper|valid|via|with|after|first) (smtp |esmtp |some |proper |valid |user |sender |an |a |) (auth|authentication|smtp-auth|authorization)>",
        "(must|should|have to|has to|need to|needs to|please|you may|and|not|neither|nor|be|been|or|by|only|pls|haven't|having|without|to) (first |be |have |been |being |to |successfully |properly |) (authenticate|authenticated|authenticating|log in|log on|login|logon|logged in|logged on|logging in|sign in|signed in)",
        "(issue|send|use|give) an auth command",
        "(turn on|enable|activate|switch on|use|check|set) .. (authentication|smtp auth|requires authentication|my server requires)",
        "(authentication|auth|login|logon|log in) (first|before) ",
        "(smtp auth|smtp authentication|authentication|auth) (is |) (required|needed|necessary|mandatory)>",
        "delivery {isnt} (allowed|permitted) to this address",
        "(we|i|server) (do not|don't|does not) relay>",
        "sending to remote addresses (relaying)",
        "only (authenticated|authorized|authorised|logged in|registered|local) (users|clients|senders|hosts|customers|and)",
        "(local users|local user|authenticated users|authorized users) only",
        "(unauthenticated|non-authenticated|nonauthenticated|anonymous) (relay|relaying|sender|senders|user|users|client|clients|submission|smtp)",
        "(check|read|retrieve|fetch|download|get|collect|pick up|receive|pop) (for |your |new |) (new |) (mail|mails|email|messages|e-mail) (first |) (before|prior)",
        "(check|read|retrieve|fetch|download|collect|receive) .. before (you |) (send|sending)",
        "pop (before|first|then) (smtp|)",
        "pop-before-smtp",
        "anmeldung .. (erforderlich|notwendig|nötig)",
        "authentifizierung .. (erforderlich|notwendig|nötig|benötigt)",
        "authentification .. (requise|obligatoire|nécessaire|necessaire)",
        "(autenticación|autenticacion|autenticação|autenticacao|autenticazione) .. (requerida|necesaria|obligatoria|necessária|requisitada|exigida|richiesta|necessaria)",
        "(требуется|необходима) .. (аутентификация|авторизация|авторизоваться)",
        "(認証) .. *(必要|してください)",
        "*需要 .. *(认证|验证|登录|登陆)",
    ];

    /// <summary>The server says that the recipient's domain is none of its own.</summary>
    public static IReadOnlyList<string> NotOurDomain { get; } =
    [
        "(don't|dont|do not|does not|doesn't|cannot|can't|not|no longer|never) (handle|handles|handling|host|hosts|hosting|serve|serves|serving|process|processing|provide) (mail |email |e-mail |messages |any mail |mails |incoming mail |mail service |)(for|domain)",
        "(don't|dont|do not|does not|doesn't|not|no longer|won't|will not|cannot) (accept|accepting|receive|receiving|take|taking) (any |incoming |inbound |) (mail|email|e-mail|messages|mails) (for|to) (this |that |the |your |its |recipient |recipient's |) domain",
        "(route|domain|mail route) (does not|doesn't|will not) (accept|receive|take) (incoming |inbound |any |) (mail|messages|email)",
        "not (a |an |the |) (valid |known |recognised |recognized |) (mx|mail exchanger|mail exchange|mail host|mail server|final destination|destination|mailhost) for",
        "not (responsible|authoritative|configured|set up|setup|an mx|the mx) (to accept |to receive |to handle |to deliver |) (mail |email |messages |) for",
        "{isnt} (an |) (responsible|authoritative) (for|)",
        "specified domain {isnt} (allowed|accepted|handled|local|valid|known)",
        "(domain|recipient domain|destination domain|rcpt domain|that domain|this domain|your domain|the domain) {isnt} (a |an |) (one of |) (in my|in our|in the list|in list|on the list|listed|local|hosted|handled|served|serviced|accepted|allowed|configured|valid here|known here|ours|mine|located|registered|enabled|provisioned|managed|recognised|recognized|permitted|authorised|authorized|part of|supported|on this|at this)",
        "(domain|domains) .. (isn't|is not|are not|no longer) (a |) (hosted|handled|served|serviced|local|configured|accepted|managed|provisioned) (by|on|at|here|in) ",
        "(domain|host) (not valid|invalid|not local|not hosted|not here|not ours|unknown here|not found here|not found on this|not handled|not served|not accepted|not configured|not serviced|not provisioned|not known here|not on this (server|system)|unknown on this|not in (the |) (list|local|accepted|allowed))",
        "(is |are |) not (one of |) (a |an |) (my|our|the|this server's|this system's) (local |hosted |own |accepted |) (domain|domains|customer|customers)",
        "not (a |an |any |one of our |) (local|hosted|accepted|relay|virtual) domain",
        "no such domain (here|at this|on this|in my|hosted|configured)",
        "(domain|domains) .. (isn't|is not|not) (in|on|among) (my|our|the|its) (list|local|accepted|allowed|hosted|relay|table)",
        "(keine|nicht) .. (zuständig|verantwortlich) für",
        "(domain|domäne) .. (nicht (bekannt|zuständig|verwaltet|gehostet))",
        "(domaine|dominio|domínio) .. (non hébergé|non heberge|non géré|no alojado|no está en|não hospedado|não é local|non ospitato|non gestito)",
    ];

    /// <summary>A shared service could not tie the connection to one of its customers.</summary>
    public static IReadOnlyList<string> Tenant { get; } =
    [
        "tenantattribution",
        "tenant attribution",
        "relay access denied attr",
        "(invalid|wrong|missing|bad|insufficient) credentials for relay",
        "mail relay denied .. credentials",
        "(smtp |) relay (service|settings) .. (match|registered|account|workspace|domain)",
        "(cannot|can't|could not|couldn't|unable to|failed to|not) (be |) (attribute|attributed|identify|associate|associated|match|matched|tie|map|mapped|determine|find) .. (tenant|customer|organization|organisation|account|connector|subscriber) .. (relay|inbound|connection|message|sender|ip)",
        "(ip|ip address|host|server|domain|sender) .. (not registered|isn't registered|is not registered|not associated|not linked|not provisioned|not configured) .. (relay|outbound|smarthost|smart host|customer|account|tenant)",
        "(not|no|isn't) (a |an |) (registered|known|valid|authorised|authorized|recognized|recognised) (gateway|outbound|smarthost|smart host|relay|sending) (user|customer|host|server|ip|client|gateway|source|domain)",
        "(no|not) (a |) (matching |valid |) (connector|inbound connector|outbound connector) .. (found|match|configured|for)",
        "unregistered (gateway|user|host|ip|sender|domain|customer) .. relay",
    ];

    /// <summary>Relaying hangs on the client's name in the DNS, and that did not check out.</summary>
    public static IReadOnlyList<string> ReverseDns { get; } =
    [
        "relaying denied .. (name lookup failed|name possibly forged|possibly forged|may be forged)",
        "relaying (temporarily |) denied .. (resolve|ptr|reverse|lookup|forged|hostname|host name)",
        "relay .. (denied|not permitted|not allowed|refused) .. (ptr|reverse dns|rdns|reverse lookup|forged|no dns|dns name|hostname|host name does not|resolve)",
        "(ptr|reverse dns|rdns|reverse lookup|forged|resolve|hostname) .. (relay|relaying) .. {denied}",
    ];

    /// <summary>Words in which "relay" or its like means something else.</summary>
    public static IReadOnlyList<string> SoundsAlike { get; } =
    [
        .. DistrustedAsOpenRelay.Words,
        "(is|are) (currently |still |) listed (at|in|on|by|with)",
        "(unauthenticated|anonymous) (sender|senders|access)",
        "(use|through|via|using|try|contact|to) (the |your |an |a |) (smtp |mail |outgoing |authorised |authorized |designated |legitimate |proper |own |) (relay|smarthost|smart host|relays) (server |host |service |) (at|of|from|provided|operated|by|instead|for your|server)",
        "(use|through|via|using) (your |the |) (isp|provider|service provider|internet provider|mail provider|organi)",
        "(bypass|bypasses|bypassing|bypassed) .. relay",
        "(service |) provider's (mail |smtp |) relay",
        "(relay|relays|relaying|smtp relay) (service |) .. (limit|quota|rate|exceeded|too many)",
        "(limit|quota|rate|exceeded|too many) .. (relay|relays)>",
        "(your|this|the) (plan|account|trial|subscription) .. (relay|suspended|expired)",
        "resolver.rst",
        "not authenticated (to send|because|when)",
        "client was not authenticated",
        "only (accepts|accept|receives) (mail|messages|email) from (authenticated|internal|people|senders|members)",
        "must issue a starttls",
        "starttls (command |) (first|required|is required|needed)",
        "(tls|encryption|ssl|secure connection) (is |) (required|needed)",
        "authentication (failed|failure|error|unsuccessful|rejected|credentials invalid|aborted|cancelled)",
        "(authentication|auth) (mechanism|type|method) (not|is not|unsupported|unrecognized)",
        "(sender|email|dmarc|spf|dkim|domain|message|mail|arc|header) (is unauthenticated|authentication|unauthenticated|policy)",
        "(unauthenticated|unauthorized|unauthorised) (e-mail|email|mail|message) (from|is|due)",
        "(spf|dkim|dmarc|sender id|senderid|sender policy)>",
        "relayed (from|by|via|through) .. (listed|blacklist|block|spam|banned)",
        "(forged|invalid|bad|fake) (helo|ehlo)",
        "(relay|relaying) (loop|hops)",
    ];
}
