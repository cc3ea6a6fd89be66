using GovReportIngest.Core.Read;

namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>What about a cell's ink is doubtful however its digits were read.</summary>
internal static class CellDoubts
{
    private const string SignUnconfirmed = "sign-unconfirmed";

    private const string PointOrComma = "point-or-comma";

    /// <summary>Dust is smaller than this, points.</summary>
    private const double LargestDust = 1.1;

    /// <summary>More specks than this in one cell are no dust of the glass.</summary>
    private const int MostSpecks = 2;

    public static IEnumerable<string> Of(NumberInk ink, CellKind kind, IReadOnlyList<Blob> glyphs, TypicalHeights heights)
    {
        if (heights.HasLostInk(ink))
            yield return "touches-rule";
        if (IsUnusual(ink, kind, glyphs))
            yield return CellReading.UnusualInk;
        if (ink.MayBeTwo || IsWrapped(glyphs))
            yield return "number-wrapped";
        if (kind is CellKind.SignedInteger && !NumberText.IsNegative(ink) && FaintSign.MayStand(ink))
            yield return SignUnconfirmed;
    }

    /// <summary>What is doubtful about the marks between the digits of <paramref name="text"/>, however sure the digits are.</summary>
    public static IEnumerable<string> OfMarks(string text, NumberInk ink, CellKind kind, IReadOnlyList<Blob> glyphs)
    {
        if (kind is CellKind.SignedInteger || Marks.DecimalPoints(ink).Count == 0)
            yield break;
        var mayBeComma = Separators.Of(ink, glyphs).MayBeComma(text);
        // Where digits and ink cannot be paired, nobody knows where the mark belongs; whole numbers have marks of thousands only.
        if (text.Length != glyphs.Count || (kind is CellKind.Integer && !mayBeComma))
            yield return CellReading.UnusualInk;
        else if (kind is CellKind.Decimal && mayBeComma)
            yield return PointOrComma;
    }

    /// <summary>Readers of digits see no sign, so that a doubt about it says nothing about them.</summary>
    public static bool IsOfDigits(string doubt) => doubt != SignUnconfirmed;

    /// <summary>Small ink where nothing else stands: several specks may be what is left of a dash or slash.</summary>
    public static bool MayBeBrokenMark(NumberInk ink) =>
        ink.Dots.Count > MostSpecks || ink.Dots.Any(dot => Math.Max(dot.Width, dot.Height) >= LargestDust * ink.Scale);

    /// <summary>Among many specks what measures as a dash or slash may be one of them.</summary>
    public static bool IsDirty(NumberInk ink) => ink.Dots.Count > MostSpecks;

    /// <summary>Ink below other ink that makes no lines of digits.</summary>
    private static bool IsWrapped(IReadOnlyList<Blob> glyphs) =>
        glyphs.Count > 1 && glyphs.Max(blob => blob.Top) >= glyphs.Min(blob => blob.Bottom);

    private static bool IsUnusual(NumberInk ink, CellKind kind, IReadOnlyList<Blob> glyphs)
    {
        var mark = Marks.BeforeDigits(ink);
        return ink.HasForeignInk
            || (glyphs.Count > 1 && glyphs.Min(blob => blob.Height) < 0.6 * glyphs.Max(blob => blob.Height))
            || ink.Characters.Skip(1).Any(blob => Marks.IsDash(blob, ink.Scale))
            // A sign or a point where the form expects neither is printed so, or is dirt.
            || (kind is CellKind.Integer && (NumberText.IsNegative(ink) || (Marks.DecimalPoints(ink).Count > 0 && !Separators.Of(ink, glyphs).PartThousands(glyphs.Count))))
            || (kind is CellKind.SignedInteger && mark is { } sign && !Marks.IsHyphen(sign, ink.Scale))
            || (kind is CellKind.Decimal && Marks.DecimalPoints(ink).Count != 1 && MayHavePoint(ink, glyphs));
    }

    /// <summary>Two neighbours with clearly more room between them than the others leave, or several points.</summary>
    private static bool MayHavePoint(NumberInk ink, IReadOnlyList<Blob> glyphs)
    {
        if (Marks.DecimalPoints(ink).Count > 1 || ink.Dots.Count > 0)
            return true;
        var height = glyphs.Max(blob => blob.Height);
        return glyphs.Zip(glyphs.Skip(1), (left, right) => right.Left - left.Right).Any(gap => gap > 0.35 * height);
    }
}
