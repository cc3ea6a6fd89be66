namespace GovReportIngest.Jobs.Intake;

/// <summary>What was sent is not taken in; the message tells the sender why.</summary>
public sealed class RefusedBytesException(string message) : Exception(message);
