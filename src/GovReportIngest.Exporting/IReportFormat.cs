namespace GovReportIngest.Exporting;

/// <summary>A way to write reports into one file.</summary>
public interface IReportFormat
{
    /// <summary>Writes all of them, in their order, in bounded memory.</summary>
    Task WriteAsync(ChosenReports reports, Stream output, CancellationToken cancellation);
}
