namespace GovReportIngest.Storage;

/// <param name="At">Milliseconds since 1970, UTC.</param>
/// <param name="Actor">User and machine.</param>
/// <param name="Action">A stable code.</param>
/// <param name="Detail">For people.</param>
public sealed record AuditEntry(long At, string Actor, string Action, string Detail);
