namespace GovReportIngest.Storage.Agencies;

/// <summary>One report, however many sources it has.</summary>
internal sealed record ReportKey(string AgencyId, long Year, string Form);
