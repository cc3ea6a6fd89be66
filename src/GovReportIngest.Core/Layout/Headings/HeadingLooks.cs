using GovReportIngest.Core.Layout.Lines;

namespace GovReportIngest.Core.Layout.Headings;

/// <summary>How a heading looks: its kind (weight, typeface, place) by number, its size in steps.</summary>
/// <param name="Kind">From 1; lines alike but for their size have the same.</param>
/// <param name="Size">Of 1/80 of the body's size, at most 255; 0 while unknown.</param>
internal readonly record struct HeadingLook(byte Kind, byte Size);

/// <summary>
/// The looks of a document's lines, and how ill two of them go together as headings of one level: natural logarithms, 0 for alike.
/// </summary>
internal sealed class HeadingLooks(bool isScanned, bool areOfOneSize, bool markupShowsLevels, bool setHeadingsOff)
{
    private const double StepsOfSize = 80;

    /// <summary>Set in type, sizes of one level are the same but for rounding.</summary>
    private const double SameSetSize = 0.025;
    private const double OtherSetSize = -2;
    private const double SetSizeSlope = -20;

    /// <summary>Standard deviation of the measured height of scanned lines of one size.</summary>
    private const double ScanDeviation = 0.105;

    /// <summary>Share by which measured heights of words of one size differ.</summary>
    private const double HeightSpread = 0.18;
    private const double FurthestSize = -5;
    private const double OtherWeight = -6;
    private const double OtherFace = -6;
    private const double OtherPlace = -2;
    private const double OtherMarkup = -2.5;
    private const double Furthest = -9;

    private readonly List<LineFacts> examples = [];

    /// <summary>All lines of the document: a text file.</summary>
    public bool AreOfOneSize => areOfOneSize;

    /// <summary>Set in type, with headings that look otherwise than the body: headings of two levels look different, too.</summary>
    public bool TellLevels => !isScanned && setHeadingsOff;

    /// <summary>The size of a level after a further heading of it.</summary>
    /// <param name="before">0 where there was none.</param>
    public byte SizeAfter(byte before, byte size) =>
        before == 0 || (!isScanned && DifferenceOfSize(before, size) < 0) ? size : isScanned ? (byte)((3 * before + size + 2) / 4) : before;

    public HeadingLook Of(LineFacts line)
    {
        var index = examples.FindIndex(other => IsOfOnePlace(other, line) && DifferenceOfKind(other, line) >= 0);
        if (index < 0)
            index = examples.FindIndex(other => DifferenceOfKind(other, line) >= 0);
        if (index < 0 && examples.Count < byte.MaxValue)
        {
            examples.Add(line);
            index = examples.Count - 1;
        }

        return new((byte)(index < 0 ? examples.Count : index + 1), (byte)Math.Clamp(Math.Round(SizeOf(line) * StepsOfSize), 1, byte.MaxValue));
    }

    /// <summary>The tallest of a scanned line's words gives its size; the tallest of few is lower than that of many.</summary>
    private static double SizeOf(LineFacts line) =>
        line is { IsScanned: true, Block.Line: LayoutLine.OfPage { Words.Count: > 0 and var words } } ? line.Look.RelativeSize / (1 - HeightSpread / (words + 1)) : line.Look.RelativeSize;

    public double Difference(HeadingLook one, HeadingLook other) =>
        Math.Max(Furthest, DifferenceOfSize(one.Size, other.Size) + DifferenceOfKind(examples[one.Kind - 1], examples[other.Kind - 1]));

    public double DifferenceOfSize(byte one, byte other)
    {
        if (isScanned)
        {
            var deviations = (one - other) / (StepsOfSize * ScanDeviation);
            return -Math.Log(1 + deviations * deviations / 3) * 2;
        }

        var share = Math.Abs(one - other) / (double)Math.Max(one, other);
        return share <= SameSetSize ? 0 : Math.Max(FurthestSize, OtherSetSize + SetSizeSlope * (share - SameSetSize));
    }

    private double DifferenceOfKind(LineFacts one, LineFacts other)
    {
        var (a, b) = (one.Look, other.Look);
        return (a.IsBold == b.IsBold ? 0 : OtherWeight) + (a.Face == b.Face ? 0 : OtherFace)
            + (MayBeOfOnePlace(one, other) ? 0 : OtherPlace) + (markupShowsLevels && a.MarkupLevel != b.MarkupLevel ? OtherMarkup : 0);
    }

    // A line that fills its width may be centred or not.
    private static bool MayBeOfOnePlace(LineFacts one, LineFacts other) =>
        (one.Look.ReachesRightMargin && other.Look.IsCentred) || (other.Look.ReachesRightMargin && one.Look.IsCentred) || IsOfOnePlace(one, other);

    private static bool IsOfOnePlace(LineFacts one, LineFacts other)
    {
        var (a, b) = (one.Look, other.Look);
        return a.IsCentred == b.IsCentred && (a.IsCentred || Math.Abs(a.IndentInEm - b.IndentInEm) < (one.IsScanned ? 1.6 : 1));
    }
}
