namespace GovReportIngest.Core.Layout.Headings;

/// <summary>
/// Describes every line of a document by features that are there or not: its look, its numbering, the looks of its neighbours, and
/// its characters as hashed n-grams (feature hashing: Weinberger et al., ICML 2009). A feature is a bucket of the model.
/// </summary>
internal sealed class LineFeatures
{
    /// <summary>A power of two.</summary>
    public const int Buckets = 1 << 14;

    private const int LongestTitle = 30;
    private readonly DocumentLooks looks;
    private readonly List<LineFacts> lines = [];
    private readonly List<int> found = [];

    /// <summary>Blank lines are left out of <see cref="Lines"/>.</summary>
    public LineFeatures(IReadOnlyList<Block> blocks)
    {
        var isAfterTable = false;
        foreach (var block in blocks)
            if (block is Block.OfLine line && !string.IsNullOrWhiteSpace(line.Line.Text))
            {
                lines.Add(new(line, isAfterTable));
                isAfterTable = false;
            }
            else if (block is Block.OfTable)
            {
                isAfterTable = true;
                if (lines.Count > 0)
                    lines[^1].IsBeforeTable = true;
            }

        looks = new(lines);
        if (looks.IndentsParagraphs)
            foreach (var line in lines)
                line.LacksIndent = line is { IsIndented: false, Look.HeightOnPage: not null };
        Looks = new(lines.Any(line => line.IsScanned), lines.All(line => line.Look.RelativeSize == 1), looks.MarkupShowsLevels, looks.SetHeadingsOff);
    }

    public IReadOnlyList<LineFacts> Lines => lines;

    public HeadingLooks Looks { get; }

    /// <summary>Buckets of the line's features, rising, each once; valid until the next call.</summary>
    public IReadOnlyList<int> Of(int index)
    {
        found.Clear();
        var line = lines[index];
        AddNumbering(line, index);
        AddShape(line);
        AddLook(line, index);
        AddNeighbours(line, index);
        AddContinuation(line, index);
        AddText(line);
        found.Sort();
        var count = 0;
        for (var i = 0; i < found.Count; i++)
            if (i == 0 || found[i] != found[i - 1])
                found[count++] = found[i];
        found.RemoveRange(count, found.Count - count);
        return found;
    }

    private void AddNumbering(LineFacts line, int index)
    {
        var style = StyleOf(line);
        var place = looks.PlaceInList(index);
        Add(1, style);
        Add(2, style, place);
        Add(3, style, looks.RankOf(line.Numbering.Style));
        Add(4, style, LengthOf(line.Title));
        Add(5, style, EndOf(line));
        Add(6, style, line.HasInnerSentence ? 1 : 0, line.HasInnerComma ? 1 : 0);
        Add(7, style, looks.IsNumbered ? 1 : 0);
    }

    private void AddShape(LineFacts line)
    {
        Add(10, LengthOf(line.Title));
        Add(11, EndOf(line));
        Add(12, line.HasInnerSentence ? 1 : 0, line.HasInnerComma ? 1 : 0);
        Add(13, line.Digits == 0 ? 0 : 1 + line.Digits * 5 / line.Length);
        Add(14, Math.Min(line.Pieces, 8));
        Add(15, LengthOf(line.Title), EndOf(line), line.Look.ReachesRightMargin ? 1 : 0);
    }

    private void AddLook(LineFacts line, int index)
    {
        var look = line.Look;
        var size = SizeOf(look);
        var medium = line.IsScanned ? 2 : look.HeightOnPage is null ? 1 : 0;
        Add(20, medium, size);
        Add(21, medium, look.IsBold ? 1 : 0, look.HasOwnFace ? 1 : 0);
        Add(22, medium, look.IsCentred ? 1 : 0);
        Add(23, medium, (int)Math.Clamp(Math.Round(look.IndentInEm), -1, 8));
        Add(24, medium, look.HasGapAbove ? 1 : 0, Math.Min(look.BlankLinesAbove, 3));
        Add(25, look.ReachesRightMargin ? 1 : 0);
        Add(26, look.MarkupLevel, looks.UsesMarkup ? 1 : 0);
        Add(27, EdgeOf(look), look.IsRunning ? 1 : 0);
        Add(28, look.IsRunning ? 1 : 0, line.Digits == line.Length ? 2 : line.Digits > 0 ? 1 : 0);
        Add(29, Math.Min(index, 6));
        Add(30, looks.LookRank(line), medium);
        Add(31, looks.LookRank(line), looks.IsNumbered ? 1 : 0, LengthOf(line.Title));
        Add(32, looks.SpaceAbove(line));
        Add(33, StyleOf(line), size, look.IsBold || look.HasOwnFace ? 1 : 0);
        Add(34, medium, Math.Min(index, 4), size, look.IsCentred ? 1 : 0);
        Add(35, medium, EdgeOf(look), LengthOf(line.Title));
        Add(36, looks.LookCount, looks.LookRank(line));
    }

    private void AddNeighbours(LineFacts line, int index)
    {
        var above = Neighbour(index, -1);
        var below = Neighbour(index, 1);
        Add(40, line.IsAfterTable ? 1 : 0, line.IsBeforeTable ? 1 : 0);
        Add(41, above is null ? -1 : StyleOf(above), above is null ? -1 : KindOf(above));
        Add(42, below is null ? -1 : StyleOf(below), below is null ? -1 : KindOf(below));
        Add(43, above is null ? -1 : KindOf(above), KindOf(line), below is null ? -1 : KindOf(below));
        Add(44, StyleOf(line), above is null ? -1 : StyleOf(above), below is null ? -1 : StyleOf(below));
        Add(45, above is null ? -1 : looks.LookRank(above) - looks.LookRank(line), below is null ? -1 : looks.LookRank(below) - looks.LookRank(line));
        Add(46, line.Look.HasGapAbove ? 1 : 0, below is null || below.Look.HasGapAbove ? 1 : 0, KindOf(line));
        Add(47, above is { Look.ReachesRightMargin: true, EndsSentence: false } ? 1 : 0, KindOf(line), StyleOf(line));
        Add(48, above is null ? 0 : above.Look.MarkupLevel > 0 ? 1 : 0, line.Look.MarkupLevel > 0 ? 1 : 0);
        Add(49, looks.HeadingLikeRun(index), KindOf(line));
        Add(51, line.Look.ReachesRightMargin ? 1 : 0, StyleOf(line), below is { Look.HasGapAbove: false } && StyleOf(below) == 0 ? (below.EndsSentence ? 2 : 1) : 0);
        Add(52, above is { IsHeadingLike: true, Look.ReachesRightMargin: true } ? 1 + KindOf(above) : 0, LengthOf(line.Title), line.Look.HasGapAbove ? 1 : 0);
        Add(50, index > 1 ? KindOf(lines[index - 2]) : -1, index + 2 < lines.Count ? KindOf(lines[index + 2]) : -1, KindOf(line));
    }

    /// <summary>Whether the line goes on with the one above: a paragraph, or a heading that filled its line.</summary>
    private void AddContinuation(LineFacts line, int index)
    {
        var above = Neighbour(index, -1);
        var indent = !looks.IndentsParagraphs ? 0 : line.Look.IndentInEm >= 1.2 ? 1 : 2;
        var end = above is null ? 0 : above.EndsSentence ? 1 : above.Look.ReachesRightMargin ? 2 : 3;
        Add(53, indent, end, KindOf(line));
        Add(54, above is { IsHeadingLike: true, Look.ReachesRightMargin: true } && DocumentLooks.AreOfOneType(above, line) ? 1 + StyleOf(above) : 0, LengthOf(line.Title), indent);
        Add(55, indent, end, above is null ? 0 : KindOf(above), LengthOf(line.Title));
    }

    /// <summary>The line before or after; what runs along the edge of a page stands between no others.</summary>
    private LineFacts? Neighbour(int index, int step)
    {
        var at = index + step;
        while (!lines[index].Look.IsRunning && at >= 0 && at < lines.Count && lines[at].Look.IsRunning)
            at += step;
        return at >= 0 && at < lines.Count ? lines[at] : null;
    }

    private void AddText(LineFacts line)
    {
        var title = line.Title.AsSpan(0, Math.Min(line.Title.Length, LongestTitle));
        if (title.Length == 0)
            return;
        for (var i = 0; i < title.Length; i++)
        {
            if (i + 2 <= title.Length)
                AddHash(60, title.Slice(i, 2));
            if (i + 3 <= title.Length)
                AddHash(61, title.Slice(i, 3));
        }

        AddHash(62, title[..Math.Min(2, title.Length)]);
        AddHash(63, line.Title.AsSpan(Math.Max(0, line.Title.Length - 2)));
        AddHash(64, line.Title.AsSpan(line.Title.Length - 1));
        if (line.Title.Length <= 24)
            AddHash(65, line.Title);
    }

    private static int StyleOf(LineFacts line) => line.Damaged is { } damaged ? 10 + (int)damaged.Style : (int)line.Numbering.Style;

    private static int LengthOf(string title) => title.Length switch { 0 => 0, <= 3 => 2, <= 6 => 3, <= 10 => 4, <= 15 => 5, <= 22 => 6, <= 30 => 7, <= 45 => 8, _ => 9 };

    private static int EndOf(LineFacts line) => line.End switch
    {
        '。' => 1,
        '；' or ';' => 2,
        '：' or ':' => 3,
        '，' or ',' or '、' => 4,
        '）' or ')' => 5,
        _ when char.IsDigit(line.End) => 6,
        _ when char.IsLetter(line.End) => 0,
        _ => 7,
    };

    private static int SizeOf(LineLook look) => look.RelativeSize switch { < 0.7 => 0, < 0.85 => 1, < 0.96 => 2, < 1.04 => 3, < 1.12 => 4, < 1.25 => 5, < 1.45 => 6, < 1.8 => 7, _ => 8 };

    private static int EdgeOf(LineLook look) => look.HeightOnPage switch { null => 0, < 0.06 => 1, < 0.1 => 2, < 0.14 => 3, > 0.94 => 4, > 0.9 => 5, > 0.86 => 6, _ => 7 };

    /// <summary>Roughly what a line is to its neighbours.</summary>
    private static int KindOf(LineFacts line) =>
        line.Look.IsRunning ? 0
        : line.Digits * 2 > line.Length ? 1
        : line.IsHeadingLike ? (line.Numbering.Style is NumberingStyle.None && line.Damaged is null ? 2 : 3)
        : line.EndsSentence ? 4
        : line.HasInnerSentence || line.Length > 45 ? 5 : 6;

    private void Add(int template, int a, int b = -9, int c = -9)
    {
        unchecked
        {
            var hash = 2166136261u;
            hash = (hash ^ (uint)template) * 16777619u;
            hash = (hash ^ (uint)(a + 64)) * 16777619u;
            hash = (hash ^ (uint)(b + 64)) * 16777619u;
            hash = (hash ^ (uint)(c + 64)) * 16777619u;
            found.Add(Bucket(hash));
        }
    }

    private void Add(int template, int a, int b, int c, int d) => Add(template + 200, a, b * 16 + c, d);

    private void AddHash(int template, ReadOnlySpan<char> text)
    {
        unchecked
        {
            var hash = (2166136261u ^ (uint)template) * 16777619u;
            foreach (var character in text)
                hash = (hash ^ character) * 16777619u;
            found.Add(Bucket(hash));
        }
    }

    // The low bits of FNV-1a are its weakest.
    private static int Bucket(uint hash) => (int)((hash ^ (hash >> 17)) & (Buckets - 1));
}
