namespace GovReportIngest.Core.Layout.Headings;

/// <summary>What only the whole document tells about a line: which lists of numbers there are, and which looks its short lines have.</summary>
internal sealed class DocumentLooks
{
    /// <summary>Lines at the head that may be the title, whose look no heading shares.</summary>
    private const int HeadLines = 3;

    private const int MostRanks = 5;
    private readonly IReadOnlyList<LineFacts> lines;
    private readonly int[] places;
    private readonly int[] runs;
    private readonly List<NumberingStyle> styles = [];
    private readonly List<(int Size, bool IsBold, bool HasOwnFace)> ranks;
    private readonly double usualSpace;

    public DocumentLooks(IReadOnlyList<LineFacts> lines)
    {
        this.lines = lines;
        places = PlacesInLists();
        runs = new int[lines.Count];
        for (var i = 0; i < lines.Count; i++)
            runs[i] = lines[i].IsHeadingLike && !lines[i].Look.HasGapAbove && i > 0 ? runs[i - 1] + 1 : lines[i].IsHeadingLike ? 1 : 0;
        foreach (var line in lines)
            if (line.IsHeadingLike && line.Numbering.Style is not NumberingStyle.None && !styles.Contains(line.Numbering.Style))
                styles.Add(line.Numbering.Style);
        var spaces = lines.Where(line => line.Look.SpaceAboveInEm > 0).Select(line => line.Look.SpaceAboveInEm).Order().ToList();
        usualSpace = spaces.Count == 0 ? 0 : spaces[spaces.Count / 2];
        IndentsParagraphs = BeginsIndented();
        MarkupShowsLevels = HasOneMarkupForEachStyle();
        UsesMarkup = lines.Any(line => line.Look.MarkupLevel > 0);
        var setOff = lines.Skip(HeadLines).Where(line => line.IsHeadingLike && IsSetOff(line)).Select(LookOf).ToList();
        SetHeadingsOff = setOff.Count > setOff.Distinct().Count();
        ranks = [.. setOff.Distinct()
            .OrderByDescending(look => look.Size).ThenByDescending(look => look.IsBold).ThenByDescending(look => look.HasOwnFace)];
    }

    public bool UsesMarkup { get; }

    /// <summary>Numbered lines of one style are marked up alike, those of another style otherwise.</summary>
    public bool MarkupShowsLevels { get; }

    /// <summary>Most lines after the end of a sentence are indented: one that is not goes on with what stands above.</summary>
    public bool IndentsParagraphs { get; }

    /// <summary>Short lines with a number are many enough to be the rule.</summary>
    public bool IsNumbered => styles.Count > 0;

    /// <summary>Several short lines of one look are set off from the body.</summary>
    public bool SetHeadingsOff { get; }

    /// <summary>How many looks set short lines off from the body.</summary>
    public int LookCount => Math.Min(ranks.Count, MostRanks);

    /// <summary>In which order the styles of numbering appear: 0 for the first, which is the outermost by custom.</summary>
    public int RankOf(NumberingStyle style) => styles.IndexOf(style);

    /// <summary>0 for the look that is most set off from the body, and so on; 5 at most; -1 for the look of the body.</summary>
    public int LookRank(LineFacts line) => IsSetOff(line) ? Math.Min(MostRanks, ranks.IndexOf(LookOf(line)) is >= 0 and var rank ? rank : 0) : -1;

    /// <summary>Space above against the usual one, in steps.</summary>
    public int SpaceAbove(LineFacts line) =>
        line.Look.HeightOnPage is null || line.Look.SpaceAboveInEm <= 0 ? -1 : (int)Math.Clamp((line.Look.SpaceAboveInEm - usualSpace + 0.5) * 4, 0, 8);

    /// <summary>Bits: the number goes on from the last of its style, is 1, is followed by the next.</summary>
    public int PlaceInList(int index) => places[index];

    /// <summary>How many lines like headings stand above without a gap, this one included; cells do that, headings seldom.</summary>
    public int HeadingLikeRun(int index) => Math.Min(runs[index], 4);

    /// <summary>Same size, weight and typeface; measured heights differ between lines of one size.</summary>
    public static bool AreOfOneType(LineFacts one, LineFacts other)
    {
        var (a, b) = (one.Look, other.Look);
        return Math.Abs(a.RelativeSize - b.RelativeSize) <= (one.IsScanned ? 0.17 : 0.025) * Math.Max(a.RelativeSize, b.RelativeSize)
            && a.IsBold == b.IsBold && a.Face == b.Face;
    }

    private bool HasOneMarkupForEachStyle()
    {
        var styled = lines.Where(line => line.IsHeadingLike && line.Numbering.Style is not NumberingStyle.None && line.Look.MarkupLevel > 0)
            .GroupBy(line => line.Numbering.Style).Select(style => style.GroupBy(line => line.Look.MarkupLevel).Select(level => (Level: level.Key, Count: level.Count()))
                .OrderByDescending(level => level.Count).ThenBy(level => level.Level).ToList()).ToList();
        return styled.Count > 1 && styled.Select(style => style[0].Level).Distinct().Count() == styled.Count
            && styled.Sum(style => style[0].Count) * 10 >= styled.Sum(style => style.Sum(level => level.Count)) * 9;
    }

    private bool BeginsIndented()
    {
        var (indented, all) = (0, 0);
        for (var i = 1; i < lines.Count; i++)
            if (lines[i - 1].EndsSentence && !lines[i - 1].Look.ReachesRightMargin && !lines[i].IsHeadingLike && lines[i].Look is { IsRunning: false, HeightOnPage: not null } look)
                (indented, all) = (indented + (look.IndentInEm >= 1.2 ? 1 : 0), all + 1);
        return indented * 2 > all;
    }

    private int[] PlacesInLists()
    {
        var found = new int[lines.Count];
        var last = new int[(int)NumberingStyle.Circled + 1];
        Array.Fill(last, -1);
        for (var i = 0; i < lines.Count; i++)
        {
            var number = lines[i].Damaged ?? lines[i].Numbering;
            if (number.Style is NumberingStyle.None)
                continue;
            var before = last[(int)number.Style];
            found[i] = number.Value == 1 ? 2 : 0;
            if (before >= 0 && ValueAt(before) + 1 == number.Value)
            {
                found[i] |= 1;
                found[before] |= 4;
            }

            last[(int)number.Style] = i;
        }

        return found;
    }

    private int ValueAt(int index) => (lines[index].Damaged ?? lines[index].Numbering).Value;

    private static bool IsSetOff(LineFacts line) =>
        line.Look.RelativeSize >= (line.IsScanned ? 1.15 : 1.04) || line.Look.IsBold || line.Look.HasOwnFace;

    // Heights of scanned lines vary; only a clear difference is a look.
    private static (int Size, bool IsBold, bool HasOwnFace) LookOf(LineFacts line) =>
        ((int)Math.Round(line.Look.RelativeSize * (line.IsScanned ? 5 : 20)), line.Look.IsBold, line.Look.HasOwnFace);
}
