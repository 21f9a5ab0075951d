namespace Gatepost.Diagnoses.Rules;

/// <summary>GP226: an SMTP syntax or sequence error.</summary>
internal sealed class SyntaxError : ReasonRule
{
    public override Reason Reason => Reason.SyntaxError;

    public override Cause Cause { get; } = new("GP226", "syntaxerror", "An SMTP syntax or sequence error", Side.Undetermined, Owner.Undetermined)
    {
        Why = "One server did not understand the other's command, its parameter, or the order of the commands. Behind it is a fault in one of the two programs, a proxy or firewall in between that rewrites SMTP, or an address in a form that is not allowed.",
        Plain = "The two mail servers did not understand each other. The administrators of the servers have to look at it.",
        Fixes =
        [
            new Fix(Owner.SendingAdmin,
            [
                "Record the session and compare each command with RFC 5321.",
                "Turn off \"SMTP fixup\" or \"SMTP inspection\" in firewalls on the way.",
            ]),
            new Fix(Owner.RecipientAdmin, ["Check that the server offers in EHLO only what it understands."]),
        ],
        References = ["RFC 5321 section 4.2.2, 4.2.4", "RFC 3463 X.5.1, X.5.2, X.5.4"],
    };

    public override IReadOnlyList<string> Says { get; } =
    [
        "protocol errors",
        "(syntax|sequence|protocol|parameter|command) (error|errors|violation)",
        "(improper|bad|out of|incorrect|wrong|invalid) (sequence|order|command sequence|command order)",
        "(command|verb|parameter|argument|option|smtp command|extension|keyword|command parameter) (is |was |)(not recognized|unrecognized|not recognised|unrecognised|unknown|not implemented|unimplemented|not supported|unsupported|rejected|out of sequence|too long|syntax|expected|not allowed here|not valid)",
        "(unrecognized|unrecognised|unknown|unimplemented|unsupported|invalid|illegal|bad|malformed) (smtp |)(command|commands|verb|parameter|parameters|argument|arguments|option|syntax)",
        "(polite people say|say helo first|send helo|send ehlo|expected helo|need mail|need rcpt|need mail before|need rcpt before|no mail from|mail first|rcpt first|need helo|require helo|expecting mail|expecting rcpt|nested mail|sender already|sender already specified|duplicate sender|mail from already)",
        "(pipelining|unauthorized pipelining|improper use of smtp|synchronization error|synchronisation error|improper command pipelining|protocol synchronization)",
        "(smtp|protocol) (synchronization|synchronisation|sync) error",
        "(malformed|invalid|bad|illegal|unacceptable) (address|addresses|mailbox|path|rcpt to|mail from|recipient) (syntax|format|structure)",
        "(address|path|mailbox|recipient) (syntax|format) (error|is|not|invalid|incorrect)",
        "(syntax error in|error in) (parameters|address|mailbox|mail from|rcpt|command|sender|recipient)",
        "(line|command line|text line|input line) (is |)too long",
        "(too many|excessive) (errors|bad commands|unrecognized commands|unknown commands|syntax|protocol)",
        "no valid .. command",
        "(source rout|source-rout|bang path|percent hack)",
        "(syntaxfehler|falsche reihenfolge)",
        "befehl .. (unbekannt|nicht erkannt)",
        "(erreur de syntaxe|commande inconnue|error de sintaxis|erro de sintaxe|errore di sintassi|comando desconocido)",
        "(синтаксическая ошибка|неизвестная команда)",
        "*構文エラー",
        "*语法错误",
        "*命令错误",
    ];

    public override IReadOnlyList<string> Unless =>
    [
        "(authentication|authenticate|relay|relaying)",
        "(pop|login) (before|first)",
        "helo command rejected",
        "client host",
    ];

    public override IReadOnlyList<string> Examples =>
    [
        "503 Improper sequence of commands",
        "500 5.5.1 Command unrecognized: \"XYZZY\"",
        "501 5.5.4 Syntax error in parameters or arguments",
        "503 5.5.1 Error: need MAIL command",
        "502 5.5.2 Error: command not recognized",
        "554 SMTP synchronization error",
        "503 5.5.1 Error: nested MAIL command",
        "501 Syntax error",
        "504 5.5.4 Unrecognized parameter",
        "500 Line too long",
        "555 5.5.2 Syntax error, goodbye",
        "503 valid RCPT command must precede DATA: bad sequence of commands",
    ];

    public override IReadOnlyList<string> CounterExamples =>
    [
        "501 5.1.3 Bad recipient address syntax",
        "550 5.1.1 User unknown",
    ];

    internal override bool HoldsWithoutWords(Case c) =>
        c.Status is { Subject: 5, Detail: 1 or 2 or 4 or 5 or 6 } || c.Code is 500 or 501 or 502 or 503 or 504 or 555;
}
