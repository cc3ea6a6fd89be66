using System.Buffers;
using GovReportIngest.Core.Layout.Lines;

namespace GovReportIngest.Core.Layout.Headings;

/// <summary>What the heading classifier and decoder ask about one line, worked out once.</summary>
internal sealed class LineFacts
{
    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create("。；！？;!?");
    private static readonly SearchValues<char> Commas = SearchValues.Create("，,：:");

    public LineFacts(Block.OfLine block, bool isAfterTable)
    {
        Block = block;
        IsAfterTable = isAfterTable;
        IsScanned = block.Line is LayoutLine.OfPage page && page.Words.Any(word => word.Confidence < 100);
        var text = block.Line.Text.Trim();
        Numbering = Numbering.Of(text);
        if (Numbering.Style is NumberingStyle.None && Numbering.Damaged(text) is { } damaged && (IsScanned || IsSpaced(damaged, text)))
            Damaged = damaged;
        Title = HanSpacing.Compact((Damaged ?? Numbering).Rest.TrimEnd().TrimEnd('：', ':'));
        End = text.Length == 0 ? ' ' : text[^1];
        HasInnerSentence = text.AsSpan(0, Math.Max(0, text.Length - 1)).ContainsAny(SentenceMarks);
        HasInnerComma = Title.AsSpan(0, Math.Max(0, Title.Length - 1)).ContainsAny(Commas);
        Digits = text.Count(char.IsDigit);
        Pieces = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        Length = text.Length;
    }

    public Block.OfLine Block { get; }

    public bool IsAfterTable { get; }

    public bool IsBeforeTable { get; set; }

    public bool IsScanned { get; }

    /// <summary>As printed in good order; style None where there is none.</summary>
    public Numbering Numbering { get; }

    /// <summary>What may be a number that OCR or carelessness damaged, where <see cref="Numbering"/> is none.</summary>
    public Numbering? Damaged { get; }

    /// <summary>Without number, without spaces between Han characters, without a closing colon.</summary>
    public string Title { get; }

    public char End { get; }

    public bool HasInnerSentence { get; }

    public bool HasInnerComma { get; }

    public int Digits { get; }

    /// <summary>Parts between white space.</summary>
    public int Pieces { get; }

    /// <summary>UTF-16 units of the trimmed line.</summary>
    public int Length { get; }

    public LineLook Look => Block.Look;

    /// <summary>As the first line of a paragraph is, which is indented by two characters.</summary>
    public bool IsIndented => Look.IndentInEm >= 1.2;

    /// <summary>The paragraphs of the document are indented, and this line is not.</summary>
    public bool LacksIndent { get; set; }

    public bool EndsSentence => SentenceMarks.Contains(End);

    /// <summary>Short and without the marks of a sentence, as headings are, but also cells and signatures.</summary>
    public bool IsHeadingLike => Length is > 1 and <= 45 && !HasInnerSentence && !EndsSentence && !Look.IsRunning;

    // A number and a space are a number also where nothing was scanned; a clause that begins with 一 is none.
    private static bool IsSpaced(Numbering damaged, string text) =>
        damaged.Value > 0 && damaged.Printed.Length < text.Length && char.IsWhiteSpace(text[damaged.Printed.Length]);
}
