using System.Text.RegularExpressions;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Lines;

namespace GovReportIngest.Core.Interpret.Metadata;

/// <summary>Finds the printed title before the first section, and reads agency and year from it.</summary>
internal static partial class ReportTitle
{
    private const int MostTitleLines = 4;

    /// <summary>What OCR read is less sure; a text layer has 100.</summary>
    private const double SureConfidence = 100;

    /// <summary>The lines of the title and the fields <c>report.title</c>, <c>report.agency</c>, <c>report.year</c>.</summary>
    /// <param name="all">All blocks of the document: on scans its text must confirm the title.</param>
    public static (IReadOnlyList<Block.OfLine> Lines, IReadOnlyList<FieldReading> Fields) Find(IReadOnlyList<Block> head, IReadOnlyList<Block> all)
    {
        var lines = head.OfType<Block.OfLine>().Where(line => !line.Look.IsRunning && line.Line.Text.Trim().Length > 0).ToList();
        var best = Candidates(lines)
            .OrderByDescending(title => IsAgency(title.Agency))
            .ThenByDescending(title => title.Lines.Count == 1 || TitleLines.AreOne(title.Lines))
            .ThenByDescending(title => title.IsWhole)
            .ThenByDescending(title => HasRegion(title.Agency))
            .ThenBy(title => title.Lines.Count)
            .FirstOrDefault();
        return best is null
            ? ([], [Absent(ReportPaths.Title), Absent(ReportPaths.Agency), Absent(ReportPaths.Year)])
            : (best.Lines, Fields(best, all));
    }

    /// <summary>Cheap: a line that does not end like this is no title.</summary>
    private static bool MayEnd(string text) => text.AsSpan().TrimEnd() is [.., '告' or '报' or '）' or ')' or '》' or '年' or '度'] && text.Contains('公', StringComparison.Ordinal);

    /// <summary>What the line, alone, says of a report; null where it is no title that names an agency or a year.</summary>
    public static TitleNames? NamesOn(Block.OfLine line)
    {
        if (!MayEnd(line.Line.Text) || Parse([line]) is not { } parsed)
            return null;
        var names = new TitleNames(IsAgency(parsed.Agency) ? parsed.Agency : null, HanYear.Parse(parsed.Year));
        return names.Agency is null && names.Year is null ? null : names;
    }

    private static IEnumerable<Parsed> Candidates(List<Block.OfLine> lines)
    {
        for (var start = 0; start < lines.Count; start++)
            for (var count = 1; count <= MostTitleLines && start + count <= lines.Count; count++)
                if (Parse(lines.GetRange(start, count)) is { } parsed)
                    yield return parsed with
                    {
                        IsWhole = !TitleLines.GoesOn(lines, start + count) && !TitleLines.BeginsAbove(lines, start, HasRegion(parsed.Agency)),
                    };
    }

    private sealed record Parsed(IReadOnlyList<Block.OfLine> Lines, string Printed, string Title, string Agency, string Year)
    {
        /// <summary>No line above or below looks like another part of it.</summary>
        public bool IsWhole { get; init; }
    }

    private static Parsed? Parse(IReadOnlyList<Block.OfLine> lines)
    {
        var printed = string.Join(' ', lines.Select(line => line.Line.Text.Trim()));
        // A title is no sentence, and is not numbered.
        if (printed.Length > 100 || printed.Contains('。') || printed.Contains('；') || Numbered().IsMatch(printed))
            return null;
        var title = HanSpacing.Compact(TitleLines.WithoutLetterSpacing(printed));
        var subject = Subject().Match(title);
        if (!subject.Success)
            return null;
        var year = Year().Match(title);
        var head = title[..subject.Index];
        var agency = (year.Success && year.Index < subject.Index ? head.Remove(year.Index, Math.Min(year.Length, head.Length - year.Index)) : head)
            .Replace("关于", "", StringComparison.Ordinal).Trim('（', '）', '(', ')', ' ', '的', '《', '》');
        // 人民政府信息公开: the government and its information share two characters.
        if (agency.EndsWith("人民", StringComparison.Ordinal) && subject.Value.StartsWith("政府", StringComparison.Ordinal))
            agency += "政府";
        return new(lines, printed, title, agency, year.Groups["year"].Value);
    }

    /// <summary>A name: two characters at least, in words, and not about the report itself.</summary>
    private static bool IsAgency(string text) =>
        text.Length >= 2 && !NoName().IsMatch(text);

    private static FieldReading[] Fields(Parsed title, IReadOnlyList<Block> all)
    {
        var (isNameSure, isYearSure, isTitleSure) = LowestConfidence(title.Lines) >= SureConfidence ? (true, true, true) : Confirmed(title, all);
        string[] Doubts(bool isSure) =>
            [.. isSure ? Array.Empty<string>() : ["low-confidence"], .. title.IsWhole ? Array.Empty<string>() : ["title-incomplete"]];
        var evidence = title.Lines.Select(line => line.Line.Locate()).ToList();
        return
        [
            Printed(ReportPaths.Title, title.Printed, new FieldValue.Words(title.Title), evidence, Doubts(isTitleSure)),
            !IsAgency(title.Agency)
                ? Absent(ReportPaths.Agency)
                : Printed(ReportPaths.Agency, title.Agency, new FieldValue.Words(title.Agency), Locate(title.Lines, title.Agency),
                    [.. Doubts(isNameSure), .. HasRegion(title.Agency) ? Array.Empty<string>() : ["agency-without-region"]]),
            HanYear.Parse(title.Year) is { } year
                ? Printed(ReportPaths.Year, title.Year, new FieldValue.Number(year), Locate(title.Lines, title.Year), Doubts(isYearSure))
                : Absent(ReportPaths.Year),
        ];
    }

    private static (bool Name, bool Year, bool Title) Confirmed(Parsed title, IReadOnlyList<Block> all)
    {
        var lines = all.OfType<Block.OfLine>().Where(line => !title.Lines.Contains(line, ReferenceEqualityComparer.Instance));
        var text = new TitleEvidence(string.Concat(lines.SelectMany(line => line.Line.Text).Where(character => !char.IsWhiteSpace(character))));
        var (name, year) = (text.Names(title.Agency), text.IsAbout(title.Year));
        return (name, year, name && year && TitleEvidence.IsUsual(title.Title, title.Agency, title.Year));
    }

    private static FieldReading Printed(string path, string printed, FieldValue value, IReadOnlyList<Evidence> evidence, IReadOnlyList<string> doubts) => new()
    {
        Path = path,
        State = FieldState.Printed,
        Class = ReadingClass.Narrative,
        Printed = printed,
        Value = value,
        Evidence = evidence,
        Doubts = doubts,
    };

    private static FieldReading Absent(string path) => new() { Path = path, State = FieldState.Missing, Class = ReadingClass.Narrative };

    /// <summary>The part's own characters where they stand together on one line, else the whole title.</summary>
    public static IReadOnlyList<Evidence> Locate(IReadOnlyList<Block.OfLine> title, string part)
    {
        foreach (var line in title)
            if (line.Line.Text.IndexOf(part, StringComparison.Ordinal) is >= 0 and var start)
                return [line.Line.Locate(start, part.Length)];
        return [.. title.Select(line => line.Line.Locate())];
    }

    private static double LowestConfidence(IReadOnlyList<Block.OfLine> lines) => lines
        .SelectMany(line => line.Line is LayoutLine.OfPage page ? page.Words : [])
        .Select(word => word.Confidence)
        .DefaultIfEmpty(100)
        .Min();

    private static bool HasRegion(string agency) => Region().IsMatch(agency);

    // "Government information disclosure … annual report" in its variants, at the title's end.
    [GeneratedRegex(@"(?:政府|政务)信?息?公开.{0,12}?(?:年度?报告?|年报|报告)(?:（试行）)?(?:[（(]?20\d{2}年?度?[）)]?)?》?$")]
    private static partial Regex Subject();

    [GeneratedRegex(@"(?<year>20\d{2}|２０[０-９]{2}|二[〇零○O][〇零○O一二三四五六七八九]{2})(?:年度?|(?=[）)]|政府信息|政务公开))")]
    private static partial Regex Year();

    [GeneratedRegex(@"^[一二三四五六七八九十]+[、.．]|^[（(][一二三四五六七八九十]+[）)]|^\d{1,2}[、.．](?!\d)")]
    private static partial Regex Numbered();

    // Figures, marks between sentences, and words of the report's own subject stand in no agency's name.
    [GeneratedRegex(@"[0-9０-９：:，,|/]|信息公开|年度|报告|^[年月日第]")]
    private static partial Regex NoName();

    // A place with its rank, or a body of the whole country.
    [GeneratedRegex(@"^.{1,14}?(?:省|自治区|特别行政区|市|地区|盟|自治州|州|区|县|旗|镇|乡|街道)|^(?:中国|中华|国家|国务院|全国|最高)|^.{2,12}部$")]
    private static partial Regex Region();
}
