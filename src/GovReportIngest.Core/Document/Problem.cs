namespace GovReportIngest.Core.Document;

/// <summary>
/// Something that went wrong with a document or page, as data. <see cref="Category"/> is a stable code
/// (such as <c>encrypted</c>, <c>damaged</c>, <c>low-resolution</c>); <see cref="Message"/> is plain English with the remedy.
/// <see cref="Stage"/> is one of collect, read, layout, interpret, check, export.
/// </summary>
public sealed record Problem(string Stage, string Category, int? Page, string Message)
{
    /// <summary>Category: nothing is printed on a scanned page.</summary>
    public const string Blank = "blank";

    /// <summary>Category, and reason of fields: too few pixels to be sure of characters.</summary>
    public const string LowResolution = "low-resolution";
}
