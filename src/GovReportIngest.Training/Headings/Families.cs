namespace GovReportIngest.Training.Headings;

/// <summary>The layout families of the labelled documents. Each can be left out of training to see what its like would get.</summary>
internal static class Families
{
    private const int Deepest = 4;

    public static IReadOnlyList<string> All { get; } =
    [
        "text-plain", "text-tight", "text-marked", "text-wrapped", "text-cells",
        "page-official", "page-sized", "page-plain", "page-centred", "page-web", "scan-office", "scan-official", "scan-poor",
    ];

    /// <summary>Left out in turn, one by one, when it is measured how unseen layouts fare.</summary>
    public static IReadOnlyList<string> LeftOut { get; } = ["text-marked", "text-wrapped", "page-official", "page-centred", "page-web", "scan-poor"];

    /// <summary>One document; the same seed gives the same.</summary>
    /// <param name="hasNumbers">Whether its headings are numbered; null leaves it to chance.</param>
    /// <param name="isUnseen">In words that training does not know.</param>
    public static LabelledDocument Document(string family, int seed, bool? hasNumbers, bool isUnseen)
    {
        var draw = new Draw(unchecked(seed * 7919 + family.Sum(character => character * 31)));
        var isNumbered = hasNumbers ?? draw.Chance(0.8);
        var numbers = new NumberScheme(draw, isNumbered, hasFaults: draw.Chance(0.3));
        var isText = family.StartsWith("text", StringComparison.Ordinal);
        var page = isText ? null : PageOf(family, draw);
        // Without numbers a level that does not look different from another is not printed at all: nobody could tell it.
        var pieces = new ReportWriting(draw, new(draw, isUnseen), numbers, isNumbered ? Deepest : page is null ? 0 : ShownLevels(page)).Write();
        return page is null
            ? TextFamily.Save(family, seed, isNumbered, pieces, TextOf(family, draw))
            : PageFamily.Print(family, seed, isNumbered, pieces, page);
    }

    /// <summary>How many levels, from the first on, have a look of their own that the reader of the page can see.</summary>
    private static int ShownLevels(PageHabits page)
    {
        var shown = new HashSet<HeadingType>();
        foreach (var type in page.Headings)
            // OCR knows no weight and no face, and a small difference of size is lost in its boxes.
            if (!shown.Add(page.Noise is null ? type with { Above = 0 } : new(Math.Round(type.Size * 5), false, null, Math.Round(type.IndentInEm), type.IsCentred, 0)))
                return shown.Count;
        return shown.Count;
    }

    private static TextHabits TextOf(string family, Draw draw)
    {
        var table = draw.Next(0, 3);
        var plain = new TextHabits
        {
            Gap = draw.Any(1, 1, 2),
            Indent = draw.Any("", "", "　　", "  "),
            Delimiter = table == 0 ? '\t' : table == 1 ? '|' : null,
            HasCellLines = draw.Chance(0.4),
        };
        return family switch
        {
            "text-tight" => plain with { Gap = 0, Indent = draw.Any("", "　　") },
            "text-marked" => plain with { Gap = 1, Indent = "", Marks = Marks(draw) },
            "text-wrapped" => plain with { Gap = draw.Any(0, 1), Width = draw.Next(30, 60), Indent = draw.Any("", "　　") },
            "text-cells" => plain with { Gap = draw.Any(0, 1, 1), Delimiter = null, HasCellLines = draw.Chance(0.6) },
            _ => plain,
        };
    }

    /// <summary>Right marks, marks of one depth, marks that drift deeper, or marks by chance; seldom none before a heading.</summary>
    private static Func<int, string> Marks(Draw draw)
    {
        var kind = draw.Next(0, 3);
        var deeper = 0;
        return level =>
        {
            var depth = kind switch { 0 => level + 1, 1 => 2, 2 => Math.Min(6, level + 1 + deeper++ / 3), _ => draw.Next(1, 6) };
            return draw.Chance(0.1) ? "" : new string('#', Math.Min(6, depth)) + " ";
        };
    }

    private static PageHabits PageOf(string family, Draw draw)
    {
        var (size, footer) = (draw.Between(9.5, 16), draw.Any("", "— # —", "- # -", "#", "第 # 页"));
        var common = new PageHabits
        {
            Headings = [],
            Size = size,
            Margin = draw.Between(45, 85),
            Leading = draw.Between(1.3, 2.1),
            ParagraphGap = draw.Any(0, 0, 0.3, 0.6),
            TitleSize = draw.Between(1.3, 2),
            TitleFace = draw.Any(null, "Hei", "XiaoBiaoSong"),
            TitleIsBold = draw.Chance(0.5),
            Header = draw.Chance(0.3) ? draw.Any("政府信息公开年报", "年度报告", "内部资料 注意保存") : null,
            Footer = footer,
            FooterHeight = draw.Between(28, 52),
            HasRuledTables = draw.Chance(0.7),
            TableSize = draw.Between(0.6, 0.95),
        };
        var indent = draw.Any(0, 2.0, 2.0);
        var above = draw.Between(0, 1);
        return family switch
        {
            // The standard of official documents: one size, a face for each level, the third bold.
            "page-official" => common with
            {
                Face = "FangSong",
                Headings = [new(1, false, "Hei", 2, false, above / 2), new(1, false, "Kai", 2, false, 0), new(1, draw.Chance(0.6), null, 2, false, 0), new(1, false, null, 2, false, 0)],
            },
            "page-plain" => common with { Headings = [.. Enumerable.Repeat(new HeadingType(1, false, null, 2, false, common.ParagraphGap), 4)] },
            "page-centred" => common with
            {
                Headings = [new(draw.Between(1.05, 1.4), draw.Chance(0.6), null, 0, true, above), new(1, draw.Chance(0.6), draw.Any(null, "Hei"), 2, draw.Chance(0.2), above / 2), new(1, draw.Chance(0.3), null, 2, false, 0), new(1, false, null, 2, false, 0)],
            },
            "page-web" => common with
            {
                Face = "Sans", IndentInEm = draw.Any(0, 0, 2), ParagraphGap = draw.Between(0.5, 1.2),
                Headings = [new(draw.Between(1.2, 1.5), true, null, 0, false, 1.2), new(draw.Between(1.08, 1.18), true, null, 0, false, 1), new(1, true, null, 0, false, 0.7), new(1, draw.Chance(0.5), null, 0, false, 0.5)],
            },
            "scan-office" => common with { Headings = Sized(draw, indent, above), Noise = new(draw, draw.Between(0.001, 0.012), draw.Between(0.03, 0.2), draw.Between(0.003, 0.03)) },
            // Official documents as an archive scans them: the faces that tell their levels are lost.
            "scan-official" => common with
            {
                Headings = [new(1, false, "Hei", 2, draw.Chance(0.3), above / 2), new(1, false, "Kai", 2, false, 0), new(1, false, null, 2, false, 0), new(1, false, null, 2, false, 0)],
                Noise = new(draw, draw.Between(0.002, 0.03), draw.Between(0.05, 0.25), draw.Between(0.005, 0.04)),
            },
            "scan-poor" => common with { Headings = Sized(draw, indent, above), Noise = new(draw, draw.Between(0.01, 0.06), draw.Between(0.1, 0.35), draw.Between(0.01, 0.06)) },
            _ => common with { Headings = Sized(draw, indent, above) },
        };
    }

    private static HeadingType[] Sized(Draw draw, double indent, double above)
    {
        var first = draw.Between(1, 1.3);
        var second = draw.Chance(0.6) ? 1 : Math.Max(1, first - draw.Between(0.05, 0.15));
        return
        [
            new(first, draw.Chance(0.6), draw.Any(null, "Hei"), indent, draw.Chance(0.15), above),
            new(second, draw.Chance(0.5), draw.Any(null, null, "Kai"), indent, false, above / 2),
            new(1, draw.Chance(0.3), null, indent, false, 0), new(1, false, null, indent, false, 0),
        ];
    }
}
