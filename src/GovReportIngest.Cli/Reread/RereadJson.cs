namespace GovReportIngest.Cli.Reread;

/// <param name="Schema">govreport.reprocess/1.</param>
/// <param name="IsTrial">Nothing was written.</param>
/// <param name="Documents">Read again.</param>
/// <param name="NewVersions">Documents whose records are other bytes than before.</param>
/// <param name="MayPass">Documents that met a limit or a fault that may pass.</param>
/// <param name="Damaged">Documents whose bytes in the store are damaged.</param>
/// <param name="Reports">Reports that were read otherwise than before.</param>
internal sealed record RereadJson(
    string Schema, bool IsTrial, int Documents, int NewVersions, int MayPass, IReadOnlyList<long> Damaged, IReadOnlyList<RereadReportJson> Reports);

internal sealed record RereadReportJson(
    long Document, int Part, string Path, string? Before, string? After, string? FormBefore, string? FormAfter, IReadOnlyList<FieldChangeJson> Fields,
    IReadOnlyList<string> Findings);

internal sealed record FieldChangeJson(string Path, SeenJson? Before, SeenJson? After);

internal sealed record SeenJson(string State, string? Value, string Review);
