namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>What about the picture of a number speaks against its reading, too little to be a doubt.</summary>
internal static class InkGrounds
{
    private const int WeakContrast = 90;
    private const int FaintContrast = 60;

    /// <summary>Pale ink apart from the digits, as a share of theirs: strokes that fell below the threshold.</summary>
    private const double Pale = 0.04;
    private const double MuchPale = 0.12;

    /// <summary>The model's word below this is weak.</summary>
    private const double SureModel = 0.999;

    public static IReadOnlyList<string> Of(AskedCell cell, PageLook look) => [.. Codes(cell, look)];

    private static IEnumerable<string> Codes(AskedCell cell, PageLook look)
    {
        if (look.IsPoor)
            yield return "poor-page";
        var contrast = cell.Ink.White - cell.Ink.Black;
        if (contrast < WeakContrast)
            yield return "weak-contrast";
        if (contrast < FaintContrast)
            yield return "faint-contrast";
        var pale = PaleInk.ShareOf(cell.Ink);
        if (pale > Pale)
            yield return "pale-ink";
        if (pale > MuchPale)
            yield return "much-pale-ink";
        if (cell.Ink.Dots.Count > 0)
            yield return "specks";
        if (cell.Ink.Digits.Count == 0)
            yield break;
        if (cell.Texts.Vote is null)
            yield return "no-vote";
        if (!cell.Texts.Montages.Any(text => text.Length > 0))
            yield return "no-montage";
        if (cell.Texts.Model is not { IsNumber: true, Confidence: >= SureModel })
            yield return "model-unsure";
        if (cell.Texts.All.Count > 1)
            yield return "reader-overruled";
    }
}
