using System.Text;
using System.Text.RegularExpressions;
using GovReportIngest.SampleGenerator.Reports;

namespace GovReportIngest.SampleGenerator.Text;

/// <summary>How a report is saved as text.</summary>
internal sealed record TextLook(TableText Tables)
{
    /// <summary>Marks before the section headings, in order; their depth says nothing (000 and 001 of the seeds go wrong after the second).</summary>
    public string[]? SectionMarks { get; init; }

    public string PartMark { get; init; } = "";

    /// <summary>Hard line breaks after so many characters, 0 for none.</summary>
    public int WrapAt { get; init; }

    public bool SpacesAroundNumbers { get; init; }

    public bool HalfWidthBrackets { get; init; }

    public string TitleMark { get; init; } = "";
}

/// <summary>Writes a report into the text of a file.</summary>
internal static partial class TextReport
{
    public static string Write(Report report, TextLook look)
    {
        var text = new StringBuilder().Append("\n\n").Append(look.TitleMark).Append(Dressed(report.Title, look)).Append("\n\n");
        var section = 0;
        foreach (var piece in report.Pieces)
            text.Append(Piece(report, piece, look, ref section)).Append('\n');
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Piece(Report report, Piece piece, TextLook look, ref int section) => piece switch
    {
        Piece.Heading { Level: 1 } heading => look.SectionMarks?[section++] + heading.Number + heading.Title + "\n",
        Piece.Heading heading => look.PartMark + Brackets(heading.Number, look) + heading.Title + "\n",
        Piece.Paragraph paragraph => Wrapped(Dressed(paragraph.Text, look), look.WrapAt) + "\n",
        Piece.Table table => Brackets(look.Tables(table.Key, report.Figures), look),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Brackets(string text, TextLook look) =>
        look.HalfWidthBrackets ? HanNumberInBrackets().Replace(text, "($1) ") : text;

    private static string Dressed(string text, TextLook look) =>
        look.SpacesAroundNumbers ? NumberAfterHan().Replace(NumberBeforeHan().Replace(text, "$1 "), " $1") : text;

    private static string Wrapped(string text, int width) =>
        width == 0 ? text : string.Join('\n', text.Chunk(width).Select(line => new string(line)));

    [GeneratedRegex("(?<=^|\t|\n)（([一二三四五六七])）")]
    private static partial Regex HanNumberInBrackets();

    [GeneratedRegex(@"(\d)(?=\p{IsCJKUnifiedIdeographs})")]
    private static partial Regex NumberBeforeHan();

    [GeneratedRegex(@"(?<=\p{IsCJKUnifiedIdeographs})(\d)")]
    private static partial Regex NumberAfterHan();
}
