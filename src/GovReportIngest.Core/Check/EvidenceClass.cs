using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret;

namespace GovReportIngest.Core.Check;

/// <summary>What the identities over a field say about it.</summary>
internal enum IdentitySupport
{
    /// <summary>No identity could be evaluated.</summary>
    Free,
    Held,
    Violated,
}

/// <summary>Names the class of <c>calibration.json</c> that a field belongs to.</summary>
internal static class EvidenceClass
{
    /// <summary>Every name that <see cref="Of"/> can give.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "plain-cell", "aligned-token", "fused-unique", "fused-chosen", "narrative", "missing", "unreadable",
        "ocr-narrative", "ocr-words", "ocr-blank", "ocr-doubt.confirmed", "ocr-doubt.open",
        "ocr-agree.held", "ocr-agree.free", "ocr-agree.violated", "ocr-single.held", "ocr-single.free", "ocr-single.violated",
    ];

    public static string Of(CellVerdict cell, IdentitySupport support, IReadOnlySet<int> scannedPages) => cell.State switch
    {
        FieldState.Missing => "missing",
        FieldState.Unreadable => "unreadable",
        _ when cell.Reading.Class == ReadingClass.OcrCell => OfScan(cell, support),
        _ when cell.Reading.Evidence.OfType<Evidence.OnPage>().Any(place => scannedPages.Contains(place.Page)) =>
            cell.Reading.Class == ReadingClass.Narrative ? "ocr-narrative" : "ocr-words",
        _ => OfText(cell.Reading.Class),
    };

    private static string OfText(ReadingClass reading) => reading switch
    {
        ReadingClass.PlainCell => "plain-cell",
        ReadingClass.AlignedToken => "aligned-token",
        ReadingClass.FusedUnique => "fused-unique",
        ReadingClass.FusedChosen => "fused-chosen",
        ReadingClass.Narrative => "narrative",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string OfScan(CellVerdict cell, IdentitySupport support)
    {
        if (cell.IsDoubtful)
            return cell.IsConfirmed ? "ocr-doubt.confirmed" : "ocr-doubt.open";
        if (cell.State == FieldState.Blank)
            return "ocr-blank";
        var readers = cell.ReadersAgree ? "ocr-agree" : "ocr-single";
        return $"{readers}.{support.ToString().ToLowerInvariant()}";
    }
}
