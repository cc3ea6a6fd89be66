using System.Globalization;

namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>
/// How far the readers agree with one text of a cell. <see cref="Model"/>: 0 surely something else, 1 no opinion, 2–5 the same
/// with growing confidence; <see cref="Vote"/>: 0 something else, 1 no opinion, 2 the same; montages for and against it (a montage
/// that dropped the cell is neither).
/// </summary>
internal readonly record struct Agreement(int Model, int Vote, int For, int Against)
{
    private const double SureOfAnother = 0.9;

    public static Agreement With(string text, CellTexts texts) => new(
        ModelWith(text, texts.Model),
        texts.Vote is null ? 1 : texts.Vote == text ? 2 : 0,
        texts.Montages.Count(montage => montage == text),
        texts.Montages.Count(montage => montage.Length > 0 && montage != text));

    /// <summary>Orders the texts of one cell.</summary>
    public double Weight => ModelWeight + 3 * (Vote - 1) + 2.5 * For - 2 * Against;

    private double ModelWeight => Model switch { 0 => -3, 1 => 0, 2 => 1, 3 => 2, 4 => 4, _ => 6 };

    /// <summary>No reader speaks less for this one than for the other, and none more against it.</summary>
    public bool IsAtLeast(Agreement other) => Model >= other.Model && Vote >= other.Vote && For >= other.For && Against <= other.Against;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Model}{Vote}{For}{Against}");

    public static Agreement Parse(string text) => text is [var model, var vote, var votesFor, var against]
        ? new(model - '0', vote - '0', votesFor - '0', against - '0')
        : throw new FormatException($"{text} is no agreement of readers");

    private static int ModelWith(string text, ModelReading? model)
    {
        if (model is null)
            return 1;
        if (model.Text != text)
            return model.Confidence >= SureOfAnother ? 0 : 1;
        return model.Confidence switch { < 0.9 => 2, < 0.99 => 3, < 0.999 => 4, _ => 5 };
    }
}
