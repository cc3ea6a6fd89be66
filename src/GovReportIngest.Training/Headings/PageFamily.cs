using System.Globalization;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Headings;
using GovReportIngest.Core.Layout.Lines;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Training.Headings;

/// <summary>Sets a report on pages, as a text layer or as OCR would read them, and lets Layout find lines and tables.</summary>
internal sealed class PageFamily
{
    private readonly PageHabits habits;
    private readonly Dictionary<Word, LineLabel> labels = new(ReferenceEqualityComparer.Instance);
    private readonly List<List<Word>> headings = [];
    private readonly List<(List<Word> Words, List<Ruling> Rulings)> pages = [];
    private double y;

    private PageFamily(PageHabits habits) => this.habits = habits;

    private double TextWidth => habits.Width - 2 * habits.Margin;

    public static LabelledDocument Print(string family, int seed, bool isNumbered, IReadOnlyList<Piece> pieces, PageHabits habits)
    {
        var print = new PageFamily(habits);
        print.Turn();
        foreach (var piece in pieces)
            print.Print(piece);
        var blocks = new LayoutAnalyzer().Analyze([.. print.pages.Select((page, index) => print.PageOf(page.Words, page.Rulings, index + 1))]).Blocks;
        var labels = new Dictionary<Block, LineLabel>(ReferenceEqualityComparer.Instance);
        var firsts = new HashSet<Word>(ReferenceEqualityComparer.Instance);
        foreach (var block in blocks.OfType<Block.OfLine>())
            if (block.Line is LayoutLine.OfPage { Words: [var first, ..] } && print.labels.TryGetValue(first, out var label))
            {
                labels[block] = label;
                firsts.Add(first);
            }

        return new(family, seed, isNumbered, blocks, labels) { Swallowed = [.. print.headings.Where(heading => !IsLeft(heading)).Select(heading => print.labels[heading[0]].Class)] };

        // Words of dirt before the first may have been left out.
        bool IsLeft(List<Word> heading) => heading.Exists(firsts.Contains);
    }

    private ReadPage PageOf(List<Word> words, List<Ruling> rulings, int number) => new()
    {
        Number = number,
        SourcePage = number,
        Width = habits.Width,
        Height = habits.Height,
        Reading = habits.Noise is null ? PageReading.TextLayer : PageReading.Ocr,
        Why = habits.Noise is null ? "text-layer-fits" : "no-text-layer",
        Words = words,
        Rulings = rulings,
    };

    private void Print(Piece piece)
    {
        if (piece.Class is LineClass.Table)
            PrintTable(piece);
        else if (piece.Class is LineClass.Title)
            PrintLines(piece, new(habits.TitleSize, habits.TitleIsBold, habits.TitleFace, 0, true, 0));
        else if (piece.Level > 0)
            PrintLines(piece, habits.Headings[piece.Level - 1]);
        else
            PrintLines(piece, new(1, false, null, piece.Class is LineClass.Caption ? 0 : habits.IndentInEm, piece.Class is LineClass.Caption, habits.ParagraphGap));
    }

    private void PrintLines(Piece piece, HeadingType type)
    {
        var em = habits.Size * type.Size;
        y += type.Above * habits.Size;
        var text = piece.Printed;
        var begins = piece.Level > 0;
        for (var from = 0; from < text.Length; begins = false)
        {
            var indent = from == 0 ? type.IndentInEm * em : 0;
            var count = Set.Fits(text, from, TextWidth - indent, em);
            var line = text.Substring(from, count);
            if (y + em > habits.Height - habits.Margin)
                Turn();
            var width = Set.Width(line, em);
            var left = type.IsCentred ? habits.Margin + (TextWidth - width) / 2 : habits.Margin + indent;
            Put(line, left, em, type, new(piece.Class, begins), isNumbered: begins && piece.Number.Length > 0);
            y += em * (type.Size > 1.2 ? 1.4 : habits.Leading);
            from += count;
        }

        if (type.Size > 1)
            y += 0.3 * habits.Size;
    }

    private void Put(string text, double x, double em, HeadingType type, LineLabel label, bool isNumbered = false)
    {
        var words = habits.Noise is { } noise
            ? noise.Words(noise.Misread(text, isNumbered), x, y, em)
            : Words(text, x, em).Select(word => word with { FontSize = em, IsBold = type.IsBold, FontName = type.Face ?? habits.Face });
        var set = words.ToList();
        foreach (var word in set)
            labels[word] = label;
        pages[^1].Words.AddRange(set);
        if (label.Begins && set.Count > 0)
            headings.Add(set);
    }

    /// <summary>A text layer has a word for each run between spaces.</summary>
    private IEnumerable<Word> Words(string text, double x, double em)
    {
        foreach (var part in text.Split([' ', '　']))
        {
            var width = Set.Width(part, em);
            if (part.Length > 0)
                yield return Set.Word(part, x, y, width, em);
            x += width + em / 2;
        }
    }

    /// <summary>A new page with its header and number.</summary>
    private void Turn()
    {
        pages.Add(([], []));
        var plain = new HeadingType(1, false, null, 0, false, 0);
        if (habits.Header is { } header)
        {
            y = habits.Margin * 0.45;
            Put(header, habits.Width - habits.Margin - Set.Width(header, 9), 9, plain, new(LineClass.PageEdge, false));
        }

        if (habits.Footer.Length > 0)
        {
            y = habits.Height - habits.FooterHeight;
            var footer = habits.Footer.Replace("#", pages.Count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            Put(footer, (habits.Width - Set.Width(footer, 9)) / 2, 9, plain, new(LineClass.PageNumber, false));
        }

        y = habits.Margin;
    }

    private void PrintTable(Piece table)
    {
        var em = habits.Size * habits.TableSize;
        var columns = table.Rows.Max(row => row.Length);
        var labelWidth = columns < 4 ? TextWidth * 0.5 : TextWidth * 0.4;
        double Left(int column) => habits.Margin + (column == 0 ? 0 : labelWidth + (TextWidth - labelWidth) * (column - 1) / Math.Max(1, columns - 1));
        y += 0.5 * habits.Size;
        var top = y;
        var cuts = new List<double> { y };
        foreach (var row in table.Rows)
        {
            if (y + 2 * em > habits.Height - habits.Margin)
            {
                Rule(top, cuts, Left, columns);
                Turn();
                (top, cuts) = (y, [y]);
            }

            y += 0.3 * em;
            for (var column = 0; column < row.Length; column++)
            {
                var width = Left(column + 1) - Left(column) - em / 2;
                var text = row[column][..Set.Fits(row[column], 0, width, em)];
                Put(text, column == 0 ? Left(0) + em / 4 : Left(column) + (width - Set.Width(text, em)) / 2, em, new(1, false, null, 0, false, 0), new(LineClass.Table, false));
            }

            y += 1.4 * em;
            cuts.Add(y);
        }

        Rule(top, cuts, Left, columns);
        y += 0.8 * habits.Size;
    }

    private void Rule(double top, List<double> cuts, Func<int, double> left, int columns)
    {
        if (!habits.HasRuledTables || cuts.Count < 2)
            return;
        foreach (var cut in cuts)
            pages[^1].Rulings.Add(new(RulingDirection.Horizontal, cut, left(0), left(columns), 0.7));
        for (var column = 0; column <= columns; column++)
            pages[^1].Rulings.Add(new(RulingDirection.Vertical, left(column), top, cuts[^1], 0.7));
    }
}
