namespace GovReportIngest.Core.Document.Record;

/// <summary>Paths of the fields that say what report a record is of; all others are cells of the form's tables.</summary>
public static class ReportPaths
{
    public const string Title = Prefix + "title";
    public const string Agency = Prefix + "agency";
    public const string Region = Prefix + "region";
    public const string Year = Prefix + "year";
    public const string Period = Prefix + "period";

    private const string Prefix = "report.";

    public static bool Has(string path) => path.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The last part of such a path: <c>title</c>.</summary>
    public static string KeyOf(string path) => path[Prefix.Length..];
}
