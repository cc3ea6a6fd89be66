namespace GovReportIngest.Exporting.Deliveries;

public enum DeliveryFault
{
    /// <summary>The store does not know the token.</summary>
    UnknownToken,

    /// <summary>The token is of a delivery of other reports.</summary>
    OtherChoice,

    /// <summary>The folder holds something else.</summary>
    FolderTaken,
}

/// <summary>A delivery that cannot be made as it was asked for.</summary>
public sealed class DeliveryException(DeliveryFault fault) : Exception(fault.ToString())
{
    public DeliveryFault Fault { get; } = fault;
}
