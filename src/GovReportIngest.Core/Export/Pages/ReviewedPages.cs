using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Core.Export.Pages;

/// <summary>
/// Pages with what the record says in place of what was read there: figures of scans, which are read by other readers than running text, and what
/// people corrected. Text of the file stays but for corrections.
/// </summary>
public static class ReviewedPages
{
    /// <summary>A word belongs to a figure's place if its middle lies in it, or beside it by so much of its height.</summary>
    private const double Margin = 0.2;

    /// <summary>Of figures whose ink has no box of its own, points.</summary>
    private const double UsualHeight = 9;

    /// <summary>Of figures that no record judges.</summary>
    private const double UnknownConfidence = 0.5;

    private sealed record Placed(Box Box, string? Text, double Confidence);

    public static IReadOnlyList<PageText> Of(IReadOnlyList<PageText> pages, IReadOnlyList<ReportRecord> records) =>
        [.. pages.Select(page => With(page, [.. records.SelectMany(record => On(page, record))])).Select(page => page.IsScan ? page with { Lines = [.. page.Lines.Select(Parted)] } : page)];

    /// <summary>A line whose words end where the next one begins: OCR engines give some of them the place of their neighbours, and readers of PDF then tear the line apart.</summary>
    private static TextLine Parted(TextLine line) => new([.. line.Words.Select((word, index) => index + 1 < line.Words.Count ? EndedAt(word, line.Words[index + 1].Start.X) : word)]);

    private static TextWord EndedAt(TextWord word, double x)
    {
        var (width, sink) = (word.End.X - word.Start.X, word.End.Y - word.Start.Y);
        return x > word.Start.X && x < word.End.X && width > Math.Abs(sink) ? word with { End = new(x, word.Start.Y + sink * (x - word.Start.X) / width) } : word;
    }

    private static IEnumerable<Placed> On(PageText page, ReportRecord record)
    {
        var numbers = record.Pages.Where(known => known.SourcePage == page.SourcePage).Select(known => known.Number).ToHashSet();
        var fields = record.Fields.Where(field => field.Value.Review is ReviewState.Corrected || (page.IsScan && !ReportPaths.Has(field.Key)))
            .SelectMany(field => PlacesOf(field.Value, numbers)).ToList();
        if (!page.IsScan)
            return fields;
        // Cells of tables that no form knows are read as figures are.
        var words = page.Lines.SelectMany(line => line.Words).Select(word => word.Box).ToList();
        var others = record.Tables.SelectMany(table => table.Cells).Where(cell => cell.Text.Length > 0).SelectMany(cell => BoxesOn(cell.Evidence, numbers).Take(1).Select(box => (Box: box, cell.Text)))
            .Where(cell => !words.Any(word => Holds(cell.Box, word)) && !fields.Any(field => Holds(cell.Box, field.Box) || Holds(field.Box, cell.Box)))
            .Select(cell => new Placed(InkOf(cell.Box, cell.Text), cell.Text, UnknownConfidence));
        return [.. fields, .. others];
    }

    /// <summary>What is blank, or not there, leaves no words behind; what nobody could read keeps those that were read.</summary>
    private static IEnumerable<Placed> PlacesOf(RecordField field, HashSet<int> pages)
    {
        if (field.State is FieldState.Unreadable)
            yield break;
        var text = field.State is FieldState.Printed or FieldState.Placeholder ? field.Printed : null;
        foreach (var box in BoxesOn(field.Evidence, pages))
        {
            yield return new(box, text is null ? null : HanText(text), (double)field.Probability);
            text = null;
        }
    }

    private static IEnumerable<Box> BoxesOn(IReadOnlyList<Evidence> evidence, HashSet<int> pages) =>
        evidence.OfType<Evidence.OnPage>().Where(place => pages.Contains(place.Page)).Select(place => place.Box);

    private static string HanText(string text) => Layout.Lines.HanSpacing.Compact(text.ReplaceLineEndings(" "));

    /// <summary>About where the characters stand in a cell.</summary>
    private static Box InkOf(Box cell, string text)
    {
        var height = Math.Min(UsualHeight, cell.Height);
        var width = Math.Min(cell.Width, text.Length * height * 0.55);
        return new(cell.CentreX - width / 2, cell.CentreY - height / 2, width, height);
    }

    private static bool Holds(Box box, Box other) => other.CentreX > box.X - Margin * box.Height && other.CentreX < box.Right + Margin * box.Height
        && other.CentreY > box.Y - Margin * box.Height && other.CentreY < box.Bottom + Margin * box.Height;

    private static PageText With(PageText page, IReadOnlyList<Placed> placed)
    {
        if (placed.Count == 0)
            return page;
        var slope = SlopeOf(page);
        double Level(Box box) => box.CentreY - slope * box.CentreX;
        var lines = page.Lines.Select(line => line.Words.Where(word => !placed.Any(value => Holds(value.Box, word.Box))).ToList()).Where(words => words.Count > 0).ToList();
        foreach (var value in placed.Where(value => value.Text is { Length: > 0 }).OrderBy(value => Level(value.Box)).ThenBy(value => value.Box.X))
            LineOf(lines, value.Box, Level).Add(WordOf(value, slope));
        return page with { Lines = [.. lines.Select(words => new TextLine([.. words.OrderBy(word => word.Start.X)]))] };
    }

    /// <summary>By how much lines sink on their way to the right.</summary>
    private static double SlopeOf(PageText page)
    {
        var level = page.Lines.SelectMany(line => line.Words).Where(word => Math.Abs(word.End.X - word.Start.X) > Math.Abs(word.End.Y - word.Start.Y)).ToList();
        var length = level.Sum(word => word.End.X - word.Start.X);
        return length > 1 ? level.Sum(word => word.End.Y - word.Start.Y) / length : 0;
    }

    /// <summary>A box around what lies askew is higher than it.</summary>
    private static TextWord WordOf(Placed value, double slope)
    {
        var (box, sink) = (value.Box, slope * value.Box.Width);
        var height = Math.Max(box.Height / 2, box.Height - Math.Abs(sink));
        var bottom = box.CentreY + height / 2;
        return new(value.Text!, new(box.X, bottom - sink / 2), new(box.Right, bottom + sink / 2), height, value.Confidence);
    }

    /// <summary>The line that goes on at this place, or a new one before the first that is further down.</summary>
    private static List<TextWord> LineOf(List<List<TextWord>> lines, Box box, Func<Box, double> level)
    {
        var near = lines.Where(line => line.Any(word => Math.Abs(level(word.Box) - level(box)) < Math.Min(word.Box.Height, box.Height) / 2))
            .MinBy(line => line.Min(word => Math.Abs(word.Box.CentreX - box.CentreX)));
        if (near is not null)
            return near;
        var index = lines.FindIndex(line => level(line[0].Box) > level(box));
        lines.Insert(index < 0 ? lines.Count : index, []);
        return lines[index < 0 ? lines.Count - 1 : index];
    }
}
