namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>What the readers made of the digits of one cell; null where a reader was not asked or has no opinion.</summary>
internal sealed record CellTexts(ModelReading? Model, string? Vote, string? First, string? Second)
{
    /// <summary>Of the montages that were asked; empty where one lost the cell.</summary>
    public IEnumerable<string> Montages => new[] { First, Second }.OfType<string>();

    /// <summary>Every text that a reader gave, without signs and points.</summary>
    public IReadOnlyList<string> All => [.. new[] { Model is { IsNumber: true } model ? model.Text : null, Vote, First, Second }
        .OfType<string>().Where(text => text.Length > 0).Distinct()];
}

/// <summary>A cell with all that the readers said: its ink, the placeholder that its shape measures as, if any, and the texts.</summary>
internal sealed record AskedCell(NumberInk Ink, string? Mark, CellTexts Texts)
{
    /// <summary>The ink digit by digit, as the model parted and joined it.</summary>
    public IReadOnlyList<Blob> Glyphs => Texts.Model is { IsNumber: true } model ? model.Glyphs : Ink.Digits;
}
