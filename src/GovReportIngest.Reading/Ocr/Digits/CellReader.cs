using GovReportIngest.Core.Document;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>
/// Reads number cells by readers that fail differently: a montage of the cells of a row, a model that names single glyphs, a
/// second montage in another grouping, size and rhythm where those two do not clearly agree, and the vote of glyphs that look
/// alike all over the page. Where all agree the reading is safe; where not, every opinion is a candidate.
/// </summary>
/// <param name="model">Null reads by montages and votes alone.</param>
internal sealed class CellReader(DigitModel? model = null) : IDisposable
{
    private const string RowMontage = "row-montage";
    private const string SecondMontage = "second-montage";
    private const string Model = "digit-model";
    private const string GlyphVote = "glyph-vote";

    /// <summary>Below this the model's word on a cell asks for a second montage, and disagreeing glyph names are no opinion.</summary>
    private const double SureModel = 0.95;

    /// <summary>Cells in one line of the second montage.</summary>
    private const int SecondGroup = 12;

    /// <summary>Share of a cluster's readings that its vote needs, and how many there must be.</summary>
    private const double VoteShare = 0.8;
    private const int LeastVotes = 3;

    private readonly DigitReader? digits = model is null ? null : new(model);
    private readonly TesseractEngine engine = TesseractEngine.Start("eng", "0123456789");

    public void Dispose() => engine.Dispose();

    public IReadOnlyList<CellReading> Read(GrayImage page, double pixelsPerPoint, IReadOnlyList<CellRequest> cells)
    {
        var inks = cells.Select(cell => InkOf(page, cell.Box, pixelsPerPoint)).ToList();
        var marks = inks.Select(ink => Marks.PlaceholderOf(page, ink, pixelsPerPoint)).ToList();
        var named = inks.Select((ink, i) => digits?.Read(page, ink, marks[i] is null ? DigitsOf(ink) : ink.Characters.Count > 0 ? ink.Characters : ink.Dots)).ToList();
        var numbers = Enumerable.Range(0, cells.Count).Where(i => inks[i].Characters.Count > 0 && marks[i] is null).ToList();
        var first = ReadGroups(page, inks, numbers.GroupBy(i => cells[i].Row).Select(row => row.ToList()), MontageStyle.Row);
        var second = ReadAgain(page, inks, cells, [.. numbers.Where(i => named[i] is not { } reading || reading.Confidence < SureModel || reading.Text != first[i])]);
        var votes = Vote(page, inks, numbers, first, second);
        return [.. Enumerable.Range(0, cells.Count).Select(i => Answer(
            inks[i], marks[i], cells[i].Kind, pixelsPerPoint,
            new(first.GetValueOrDefault(i, ""), second.GetValueOrDefault(i), named[i], votes.GetValueOrDefault(i))))];
    }

    /// <summary>The ink inside a cell (points), without its border.</summary>
    internal static NumberInk InkOf(GrayImage page, Box box, double scale)
    {
        // Rules are half a point to two points thick and skew leaves them a little askew.
        const double Inset = 1.1;
        return NumberInk.Of(page,
            (int)Math.Ceiling((box.X + Inset) * scale), (int)Math.Ceiling((box.Y + Inset) * scale),
            (int)Math.Floor((box.Right - Inset) * scale), (int)Math.Floor((box.Bottom - Inset) * scale), scale);
    }

    private static List<Blob> DigitsOf(NumberInk ink) => [.. ink.Characters.Where(blob => !Marks.IsDash(blob))];

    /// <summary>The second grouping goes down the columns: other neighbours, other errors.</summary>
    private Dictionary<int, string> ReadAgain(GrayImage page, List<NumberInk> inks, IReadOnlyList<CellRequest> cells, List<int> doubtful) => ReadGroups(page, inks,
        doubtful.OrderBy(i => Math.Round(cells[i].Box.X)).ThenBy(i => cells[i].Box.Y).Chunk(SecondGroup).Select(group => group.ToList()), MontageStyle.Second);

    private Dictionary<int, string> ReadGroups(GrayImage page, List<NumberInk> inks, IEnumerable<List<int>> groups, MontageStyle style)
    {
        var texts = new Dictionary<int, string>();
        var montage = new Montage(engine);
        foreach (var group in groups)
        {
            var read = montage.Read(page, [.. group.Select(i => inks[i])], style);
            for (var k = 0; k < group.Count; k++)
                texts[group[k]] = read[k];
        }

        return texts;
    }

    /// <summary>The text that each cell's glyphs get from their clusters; null where a glyph's cluster has no clear reading.</summary>
    private static Dictionary<int, string?> Vote(
        GrayImage page, List<NumberInk> inks, List<int> numbers, Dictionary<int, string> first, Dictionary<int, string> second)
    {
        var clusters = new GlyphClusters();
        var glyphs = numbers.ToDictionary(i => i, i => DigitsOf(inks[i]).Select(blob => clusters.Add(page, blob, inks[i])).ToList());
        var counts = new Dictionary<(int Cluster, char Digit), int>();
        foreach (var i in numbers)
            foreach (var text in new[] { first[i], second.GetValueOrDefault(i, "") })
                if (text.Length == glyphs[i].Count)
                    for (var k = 0; k < text.Length; k++)
                        counts[(glyphs[i][k], text[k])] = counts.GetValueOrDefault((glyphs[i][k], text[k])) + 1;
        var winners = counts.GroupBy(count => count.Key.Cluster).ToDictionary(cluster => cluster.Key, cluster =>
        {
            var best = cluster.OrderByDescending(count => count.Value).ThenBy(count => count.Key.Digit).First();
            var all = cluster.Sum(count => count.Value);
            return all >= LeastVotes && best.Value >= VoteShare * all ? best.Key.Digit : '?';
        });
        return numbers.ToDictionary(i => i, i => glyphs[i].Select(glyph => winners.GetValueOrDefault(glyph, '?')).ToArray() is var digits
            && !digits.Contains('?') ? new string(digits) : null);
    }

    private static CellReading Answer(NumberInk ink, string? mark, CellKind kind, double scale, CellTexts texts)
    {
        if (ink.Characters.Count == 0 && mark is null)
            return new() { Ink = CellInk.Blank, Text = "" };
        var extent = ink.Extent;
        var box = new Box(extent.Left / scale, extent.Top / scale, extent.Width / scale, extent.Height / scale);
        if (mark is not null)
            return Placeholder(mark, box, texts.Named);
        if (texts.Named is { Text: "无", Confidence: > SureModel } han)
            return Decide(ink, box, [new(Model, han.Text, han.Confidence)], ["unusual-ink"]);
        var opinions = new List<ReaderOpinion>();
        if (texts.First.Length > 0 || !texts.IsSureWithoutMontage)
            opinions.Add(new(RowMontage, Punctuate(texts.First, ink, kind, scale), 1));
        if (texts.Named is { } named)
            opinions.Add(new(Model, named.IsNumber ? Punctuate(named.Text, ink, kind, scale) : "", named.Confidence));
        if (texts.Second is { } second && (second.Length > 0 || !texts.IsSureWithoutMontage))
            opinions.Add(new(SecondMontage, Punctuate(second, ink, kind, scale), 1));
        if (texts.Vote is { } vote)
            opinions.Add(new(GlyphVote, Punctuate(vote, ink, kind, scale), 1));
        return Decide(ink, box, opinions, DoubtsOf(ink, kind, scale, texts));
    }

    /// <summary>A shape that measures as a dash or slash; the model confirms it or names what else it could be.</summary>
    private static CellReading Placeholder(string mark, Box box, ModelReading? named)
    {
        var opinions = new List<ReaderOpinion> { new("shape", mark, 1) };
        if (named is { } reading)
            opinions.Add(new(Model, reading.Text.All(c => c == '-') && mark is "-" or "—" ? mark : reading.Text, reading.Confidence));
        var agree = opinions.All(opinion => opinion.Text == mark);
        return new()
        {
            Ink = CellInk.Printed,
            Text = mark,
            InkBox = box,
            Opinions = opinions,
            Candidates = agree ? [new(mark, 0.999)] : [new(mark, 0.6), .. opinions.Skip(1).Select(other => new TextCandidate(other.Text, 0.3))],
            Doubts = agree ? [] : ["readers-disagree"],
        };
    }

    private static CellReading Decide(NumberInk ink, Box box, List<ReaderOpinion> opinions, List<string> doubts)
    {
        var ranked = opinions.Where(opinion => opinion.Text.Length > 0)
            .GroupBy(opinion => opinion.Text)
            .Select(group => (Text: group.Key, Votes: group.Count()))
            .OrderByDescending(reading => reading.Votes)
            .ThenByDescending(reading => reading.Text.Count(char.IsAsciiDigit) == ink.Characters.Count(blob => !Marks.IsDash(blob)))
            .ThenBy(reading => reading.Text, StringComparer.Ordinal)
            .ToList();
        if (ranked.Count == 0)
            return new() { Ink = CellInk.Unreadable, Text = "", InkBox = box, Opinions = opinions, Doubts = ["unusual-ink"] };
        if (opinions.Select(opinion => opinion.Text).Distinct().Count() > 1)
            doubts.Add("readers-disagree");
        return new()
        {
            Ink = CellInk.Printed,
            Text = ranked[0].Text,
            InkBox = box,
            Opinions = opinions,
            Candidates = [.. ranked.Select(reading => new TextCandidate(reading.Text, Math.Min(0.999, (reading.Votes - (ranked.Count > 1 ? 0.2 : 0)) / opinions.Count)))],
            Doubts = doubts,
        };
    }

    private static List<string> DoubtsOf(NumberInk ink, CellKind kind, double scale, CellTexts texts)
    {
        var doubts = new List<string>();
        var digits = DigitsOf(ink);
        var count = texts.Named is { IsNumber: true } named ? named.Text.Length : digits.Count;
        if (!Fits(texts.First) || (texts.Second is { } second && !Fits(second)) || (kind is CellKind.Decimal && digits.Count != count))
            doubts.Add("segments-differ");
        bool Fits(string text) => text.Length == count || (text.Length == 0 && texts.IsSureWithoutMontage);
        if (ink.TouchesEdge)
            doubts.Add("touches-rule");
        if (IsUnusual(ink, kind, scale, digits, texts))
            doubts.Add("unusual-ink");
        if (ink.White - ink.Black < 45)
            doubts.Add("low-contrast");
        return doubts;
    }

    private static bool IsUnusual(NumberInk ink, CellKind kind, double scale, List<Blob> digits, CellTexts texts)
    {
        var isParted = texts.Named is { IsNumber: true, Confidence: > SureModel };
        var hasPoint = ink.Dots.Any(dot => Marks.IsDecimalPoint(dot, ink));
        return (!isParted && digits.Any(blob => blob.Width > 1.05 * blob.Height))
            || (digits.Count > 1 && digits.Min(blob => blob.Height) < 0.6 * digits.Max(blob => blob.Height))
            // A sign or a point where the form expects neither is printed so, or is dirt.
            || (kind is CellKind.Integer && (digits.Count < ink.Characters.Count || hasPoint))
            || (kind is CellKind.Decimal && hasPoint && !Punctuate(texts.First, ink, kind, scale).Contains('.', StringComparison.Ordinal))
            || (Marks.BeforeDigits(ink) is { } mark && (kind is CellKind.Integer || !Marks.IsHyphen(mark, scale)))
            || ink.Characters.Skip(1).Any(blob => Marks.IsDash(blob));
    }

    /// <summary>Puts the minus sign and the decimal point, which the digit engine does not read, where their ink stands.</summary>
    private static string Punctuate(string digits, NumberInk ink, CellKind kind, double scale)
    {
        if (digits.Length == 0)
            return digits;
        var text = digits;
        var shapes = DigitsOf(ink);
        if (kind is CellKind.Decimal && shapes.Count == digits.Length && ink.Dots.Where(dot => Marks.IsDecimalPoint(dot, ink)).ToList() is [var point])
            text = text.Insert(shapes.Count(blob => blob.Right <= point.Right), ".");
        var isNegative = Marks.IsDash(ink.Characters[0]) || (Marks.BeforeDigits(ink) is { } mark && Marks.IsHyphen(mark, scale));
        return isNegative ? "-" + text : text;
    }
}
