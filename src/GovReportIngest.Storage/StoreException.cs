namespace GovReportIngest.Storage;

/// <summary>The store cannot be used; nothing that was stored before is lost by it.</summary>
public sealed class StoreException(StoreFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    public StoreFault Fault { get; } = fault;
}
