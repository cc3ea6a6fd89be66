namespace GovReportIngest.Cli.Estimate;

/// <summary>What one document of the sample took and gave.</summary>
/// <param name="Stratum">Index into the strata.</param>
/// <param name="CpuSeconds">Of this process and its workers.</param>
/// <param name="IsCutOff">The time for sampling ended before the document did; it costs at least this.</param>
internal sealed record SampledCost(int Stratum, decimal CpuSeconds, int Pages, long RecordBytes, bool NeedsReview, int FieldsOpen, bool IsCutOff);
