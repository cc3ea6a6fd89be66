using System.Text;
using GovReportIngest.Core.Layout.Lines;

namespace GovReportIngest.Core.Layout.Headings;

/// <summary>Rejoins paragraphs over line, blank-line and page breaks where no sentence ended.</summary>
internal sealed class Paragraphs
{
    private const string SentenceEnds = "。！？；：.!?;:”’）)】》…";
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
        if (Numbering.Of(text).Style is not NumberingStyle.None)
            return true;
        if (line.Line is LayoutLine.OfPage)
            // On paper an indent begins a paragraph; so does a line that ended short of the margin at a sentence's end.
            return line.Look.IndentInEm >= 1.2 || (!last!.Look.ReachesRightMargin && EndsSentence());
        return EndsSentence();
    }

    private bool EndsSentence() => SentenceEnds.Contains(paragraphs[^1][^1]);
}
