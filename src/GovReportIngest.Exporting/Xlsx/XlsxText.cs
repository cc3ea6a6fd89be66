using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;

namespace GovReportIngest.Exporting.Xlsx;

/// <summary>What all parts of a workbook have in common.</summary>
internal static class XlsxText
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Characters of one cell at most; spreadsheets refuse a file with more.</summary>
    private const int MostCharacters = 32767;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    public static XmlWriterSettings Settings { get; } = new() { Encoding = new UTF8Encoding(false) };

    /// <summary><c>B3</c> for row 2, column 1, both from 0.</summary>
    public static string Place(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"{Letters(column)}{row + 1}");

    /// <summary>
    /// Characters that XML cannot hold as <c>_xHHHH_</c>, and what looks like that so that it stays itself (ST_Xstring); cut where a cell holds no more.
    /// </summary>
    public static string Escape(string text)
    {
        if (text.Length > MostCharacters)
            text = Cut(text, MostCharacters - 1) + "…";
        var escaped = new StringBuilder();
        for (var index = 0; index < text.Length; index++)
            if (index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]))
                escaped.Append(text, index++, 2);
            else if (!XmlConvert.IsXmlChar(text[index]) || text[index] == '\r' || (text[index] == '_' && LooksEscaped(text.AsSpan(index))))
                escaped.Append(CultureInfo.InvariantCulture, $"_x{(int)text[index]:X4}_");
            else
                escaped.Append(text[index]);
        return escaped.ToString();
    }

    /// <summary>The begin of a text, no more than so many characters of UTF-16, and no half of one.</summary>
    public static string Cut(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    private static bool LooksEscaped(ReadOnlySpan<char> text) =>
        text.Length >= 7 && text[1] == 'x' && text[6] == '_' && !text[2..6].ContainsAnyExcept(HexDigits);

    private static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : Letters(column / 26 - 1) + (char)('A' + column % 26);
}
