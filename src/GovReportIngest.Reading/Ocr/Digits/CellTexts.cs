namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>What the readers made of one cell; null where a reader was not asked or has no opinion.</summary>
internal readonly record struct CellTexts(string First, string? Second, ModelReading? Named, string? Vote)
{
    private const double Certain = 0.998;

    /// <summary>
    /// The engine at times drops a whole cell of a line. That is no opinion on what the cell says, if the model is certain and
    /// the glyphs' likes elsewhere on the page were read the same.
    /// </summary>
    public bool IsSureWithoutMontage => Named is { IsNumber: true, Confidence: > Certain } named && Vote == named.Text;
}
