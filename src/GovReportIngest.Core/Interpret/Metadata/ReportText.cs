using System.Text.RegularExpressions;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Interpret.Narrative;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Lines;

namespace GovReportIngest.Core.Interpret.Metadata;

/// <summary>The running text below a report's title.</summary>
internal sealed partial class ReportText
{
    /// <summary>Of the first sentences, in characters: what a report says about itself before it comes to the year's work.</summary>
    private const int LongestOpening = 420;

    private readonly NarrativeText text;

    /// <param name="lines">Outside of tables and below the title, running headers left out.</param>
    public ReportText(IReadOnlyList<Block.OfLine> lines)
    {
        Lines = [.. lines.Where(line => !IsTitleOfAnother(line))];
        text = NarrativeText.Of(Lines, line => Heading().IsMatch(line.Line.Text));
        IsScanned = Lines.Any(line => line.Line is LayoutLine.OfPage page && page.Words.Any(word => word.Confidence < 100));
    }

    public IReadOnlyList<Block.OfLine> Lines { get; }

    /// <summary>Read by OCR: single characters may be wrong.</summary>
    public bool IsScanned { get; }

    /// <summary>Without spaces, in half-width forms; a full stop behind every paragraph.</summary>
    public string All => text.Text;

    public string Opening => All.Length <= LongestOpening ? All : All[..LongestOpening];

    public IReadOnlyList<Evidence> Locate(int start, int length) => text.Locate(start, length);

    public string Verbatim(int start, int length) => text.Verbatim(start, length);

    public IReadOnlyList<Evidence> Locate(Capture part) => text.Locate(part.Index, part.Length);

    /// <summary>Links to other reports stand below one; a sentence that ends with the title's words is no link.</summary>
    private static bool IsTitleOfAnother(Block.OfLine line) => ReportTitle.NamesOn(line) is not null && !Sentence().IsMatch(line.Line.Text);

    [GeneratedRegex("现|将|公布|发布|编[制写]|根据|按照|，|,")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^\s*(?:#+\s*)?(?:第?[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十]+[）)]|第[一二三四五六七八九十]+部分)[^。；，,]{0,30}$")]
    private static partial Regex Heading();
}
