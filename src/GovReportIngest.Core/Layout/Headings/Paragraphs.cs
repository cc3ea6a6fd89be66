using System.Text;
using System.Text.RegularExpressions;
using GovReportIngest.Core.Layout.Lines;

namespace GovReportIngest.Core.Layout.Headings;

/// <summary>Rejoins paragraphs over line, blank-line and page breaks where no sentence ended.</summary>
internal sealed partial class Paragraphs
{
    private const string SentenceEnds = "。！？；：.!?;:…";
    private const string Closers = "”’）)】》」』";
    private readonly List<StringBuilder> paragraphs = [];
    private Block.OfLine? last;

    public void Add(Block.OfLine line)
    {
        var text = line.Line.Text.Trim();
        if (text.Length == 0)
            return;
        if (paragraphs.Count == 0 || Begins(line, text))
            paragraphs.Add(new(text));
        else
            paragraphs[^1].Append(HanSpacing.NeedsSpace(paragraphs[^1][^1], text[0]) ? " " : "").Append(text);
        last = line;
    }

    public IReadOnlyList<string> Texts() => [.. paragraphs.Select(paragraph => paragraph.ToString())];

    private bool Begins(Block.OfLine line, string text)
    {
        if (Numbering.Of(text).Style is not NumberingStyle.None || Date().IsMatch(text))
            return true;
        if (line.Line is LayoutLine.OfPage)
            // On paper an indent begins a paragraph; so does a line that ended short of the margin at a sentence's end.
            return line.Look.IndentInEm >= 1.2 || (!last!.Look.ReachesRightMargin && EndsSentence(line));
        return EndsSentence(line);
    }

    /// <summary>A closing quote or bracket ends a sentence after its mark; bare, it only does so before a gap.</summary>
    private bool EndsSentence(Block.OfLine next)
    {
        var text = paragraphs[^1];
        var end = text.Length - 1;
        while (end > 0 && Closers.Contains(text[end]))
            end--;
        return SentenceEnds.Contains(text[end]) || (end < text.Length - 1 && next.Look.HasGapAbove);
    }

    // The date under a signature.
    [GeneratedRegex(@"^\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$")]
    private static partial Regex Date();
}
