namespace GovReportIngest.Exporting;

/// <summary>A document that a format cannot show, such as a web page as PDF; others of the same export can be.</summary>
public sealed class NotExportableException(string path, string reason) : Exception($"{path}: {reason}");
