namespace Gatepost.Diagnoses.Text;

/// <summary>Word lists that phrases share: the ways in which servers say the same small thing.</summary>
internal static class PhraseWords
{
    /// <summary>The alternatives of a list, separated by <c>|</c>; null where there is no such list.</summary>
    public static string? Of(string name) => name switch
    {
        "isnt" => "(isn't|isnt|is not|are not|aren't|was not|wasn't|is currently not|is no longer|not)",
        "doesnt" => "(doesn't|doesnt|does not|do not|don't|dont|did not|didn't|will not|won't|wont|would not)",
        "cant" => "(can't|cant|cannot|can not|could not|couldn't|unable to|not able to|failed to|may not|must not)",
        "denied" => "(denied|deny|denies|refused|refuse|rejected|reject|prohibited|prohibition|disallowed|forbidden|not allowed|not permitted|not authorized|not authorised|not accepted|not enabled|not available|not supported|not possible|unauthorized|unauthorised|disabled|blocked|restricted|declined)",
        "user" => "(user|account|mailbox|recipient|address|addressee|username|email address|e-mail address|mail address|email account|e-mail account|email|login|alias|customer|subscriber|mail box|userid|user id|local user|local recipient|inbox)",
        "unknown" => "(unknown|not found|not known|does not exist|doesn't exist|doesnt exist|do not exist|not exist|no such|nonexistent|non-existent|not exists|not recognized|not recognised|unrecognized|invalid|not valid|not listed)",
        "login" => "(authenticate|authentication|smtp authentication|smtp auth|smtp-auth|auth|log in|login|log on|logon|sign in|logged in|authenticated)",
        "required" => "(required|needed|is needed|mandatory|necessary|is required|must be enabled|enabled)",
        _ => null,
    };
}
