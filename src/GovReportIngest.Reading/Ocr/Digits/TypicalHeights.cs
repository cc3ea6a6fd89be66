namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>
/// How high the digits of a page are, from the cells whose ink is whole. A digit that runs into a rule and is lower than its
/// likes has lost ink.
/// </summary>
internal sealed class TypicalHeights
{
    private const double Lost = 0.94;

    private readonly double typical;

    private TypicalHeights(double typical) => this.typical = typical;

    public static TypicalHeights Of(IReadOnlyList<NumberInk> inks)
    {
        var whole = inks.Where(ink => !ink.TouchesEdge && ink.Digits.Count > 0).Select(ink => ink.Digits.Max(blob => blob.Height)).Order().ToList();
        return new(whole.Count == 0 ? double.MaxValue : whole[whole.Count / 2]);
    }

    public bool HasLostInk(NumberInk ink) => ink.TouchesEdge && ink.Digits.Any(blob => blob.Height < Lost * typical);
}
