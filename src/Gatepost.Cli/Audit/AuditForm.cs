namespace Gatepost.Cli.Audit;

/// <summary>How the answer is written.</summary>
internal enum AuditForm
{
    Text,
    Json,
    Sarif,
    JUnit,
}
