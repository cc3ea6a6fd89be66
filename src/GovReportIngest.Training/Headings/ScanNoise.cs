using System.Text;
using GovReportIngest.Core.Document;

namespace GovReportIngest.Training.Headings;

/// <summary>
/// What OCR makes of a line: words of few characters with measured heights, wrong characters, and the faults that numbers of
/// headings suffer most: another bracket, a lost mark, 二 read as 一 or as a stroke, dirt in front.
/// </summary>
internal sealed class ScanNoise(Draw draw, double wrongCharacters, double wrongNumbers, double dirt)
{
    private const string Alike = "人入大太木本末未日目曰白自已己巳土士干千于工上下王玉主天夫失矢田由甲申电办为情清请青公分会令令今全金个介";
    private static readonly string[] Dirt = ["人", "|", "'", ".", "，", "-", "~", "上", "下", "和", "』", "「", "、", "i", "“", "_", "=", "丨", "J", "己"];

    /// <param name="isNumbered">The line begins with a heading's number.</param>
    public string Misread(string text, bool isNumbered)
    {
        if (isNumbered && draw.Chance(wrongNumbers))
            text = MisreadNumber(text);
        var read = new StringBuilder();
        foreach (var character in text)
            if (!draw.Chance(wrongCharacters))
                read.Append(character);
            else if (draw.Chance(0.7))
                read.Append(draw.Chance(0.5) ? Alike[draw.Next(0, Alike.Length - 1)] : (char)draw.Next(0x4E00, 0x7FFF));
        if (read.Length == 0)
            read.Append('一');
        if (draw.Chance(dirt))
            read.Insert(0, draw.Of(Dirt) + draw.Any("", "", " "));
        if (draw.Chance(dirt))
            read.Append(draw.Any("", " ")).Append(draw.Of(Dirt));
        return read.ToString();
    }

    private string MisreadNumber(string text) => draw.Next(0, 7) switch
    {
        0 => text.Replace('（', draw.Any('〈', '《', '(', '〔', '{')).Replace('(', draw.Any('〈', 'C', '[')),
        1 => text.Replace("、", "", StringComparison.Ordinal).Replace("．", "", StringComparison.Ordinal),
        2 => text.Replace("二", draw.Any("一", "—", "=", "三"), StringComparison.Ordinal).Replace("三", draw.Any("二", "王", "=", "三"), StringComparison.Ordinal),
        3 => text.Replace("一、", draw.Any("—、", "-、", "、", "一", "~、"), StringComparison.Ordinal),
        4 => text.Replace("（", "", StringComparison.Ordinal).Replace("(", "", StringComparison.Ordinal),
        5 => text.Replace("）", draw.Any("〉", "》", "", ")"), StringComparison.Ordinal),
        6 => text.Replace("六", draw.Any("7X", "大", "穴", "人六"), StringComparison.Ordinal).Replace("四", draw.Any("匹", "皿", "四"), StringComparison.Ordinal),
        _ => draw.Of(Dirt) + text,
    };

    /// <summary>Words of one to four characters with boxes around their ink.</summary>
    public IEnumerable<Word> Words(string text, double x, double y, double em)
    {
        var (from, left) = (0, x);
        while (from < text.Length)
        {
            var length = Math.Min(draw.Next(1, 4), text.Length - from);
            var part = text.Substring(from, length).Trim();
            var width = text.Substring(from, length).Sum(character => Set.Advance(character, em));
            if (part.Length > 0)
                yield return Set.Word(part, left, y + draw.Between(0.02, 0.1) * em, width, em * Math.Clamp(draw.Between(0.8, 0.98), 0.3, 1)) with
                {
                    Confidence = draw.Between(55, 96),
                    FontSize = 0,
                };
            left += width;
            from += length;
        }
    }
}
