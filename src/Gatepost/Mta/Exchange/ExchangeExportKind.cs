namespace Gatepost.Mta.Exchange;

/// <summary>The cmdlets whose exports are read.</summary>
internal enum ExchangeExportKind
{
    Other,
    ReceiveConnector,
    Permission,
    AcceptedDomain,
    InboundConnector,
    RemoteDomain,
}
