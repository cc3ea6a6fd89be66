using System.IO.Compression;
using System.Xml;

namespace GovReportIngest.Core.Archives;

/// <summary>The texts of the first sheet of a workbook (Office Open XML, ECMA-376), row by row; numbers as the file writes them.</summary>
internal static class WorkbookRows
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const long MostPartBytes = 256L << 20;
    private const int MostColumns = 1000;

    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostPartBytes };

    /// <exception cref="InvalidDataException">It is no workbook.</exception>
    /// <exception cref="XmlException">A part of it is damaged.</exception>
    public static IReadOnlyList<IReadOnlyList<string>> Read(byte[] bytes)
    {
        using var package = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        var texts = package.GetEntry("xl/sharedStrings.xml") is { } shared ? TextsOf(shared) : [];
        return RowsOf(FirstSheet(package), texts);
    }

    private static ZipArchiveEntry FirstSheet(ZipArchive package)
    {
        var id = Elements(Part(package, "xl/workbook.xml"), "sheet").Select(sheet => sheet.GetAttribute("id", Relations)).FirstOrDefault() ?? throw new InvalidDataException("The workbook has no sheet.");
        var target = Elements(Part(package, "xl/_rels/workbook.xml.rels"), "Relationship").Where(relation => relation.GetAttribute("Id") == id).Select(relation => relation.GetAttribute("Target")).FirstOrDefault();
        return Part(package, target?.StartsWith('/') == true ? target[1..] : $"xl/{target}");
    }

    private static ZipArchiveEntry Part(ZipArchive package, string name) => package.GetEntry(name) ?? throw new InvalidDataException($"The workbook has no part {name}.");

    /// <summary>Elements of a name, wherever they are; the reader stands on each in turn.</summary>
    private static IEnumerable<XmlReader> Elements(ZipArchiveEntry part, string name)
    {
        using var stream = part.Open();
        using var xml = XmlReader.Create(stream, Safe);
        while (xml.Read())
            if (xml.NodeType is XmlNodeType.Element && xml.LocalName == name)
                yield return xml;
    }

    private static List<string> TextsOf(ZipArchiveEntry part) => [.. Elements(part, "si").Select(TextOf)];

    /// <summary>All text below the element, without formulas and what says how it is pronounced.</summary>
    private static string TextOf(XmlReader element)
    {
        var text = new System.Text.StringBuilder();
        using var below = element.ReadSubtree();
        for (var isThere = below.Read(); isThere;)
            if (below is { NodeType: XmlNodeType.Element, LocalName: "rPh" or "f" })
            {
                // It stands on what follows then.
                below.Skip();
                isThere = !below.EOF;
            }
            else
            {
                if (below is { NodeType: XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA })
                    text.Append(below.Value);
                isThere = below.Read();
            }

        return text.ToString();
    }

    private static List<IReadOnlyList<string>> RowsOf(ZipArchiveEntry sheet, List<string> texts)
    {
        var rows = new List<IReadOnlyList<string>>();
        var row = new List<string>();
        foreach (var xml in Elements(sheet, "c"))
        {
            var (column, number) = PlaceOf(xml.GetAttribute("r"), row.Count, rows.Count);
            while (rows.Count <= number)
            {
                row = [];
                rows.Add(row);
            }

            if (number + 1 < rows.Count || column < row.Count)
                throw new InvalidDataException("The cells of a sheet are not in order.");
            var (kind, value) = (xml.GetAttribute("t"), TextOf(xml));
            while (row.Count < column)
                row.Add("");
            // A formula that failed says nothing.
            row.Add(kind == "s" && int.TryParse(value, out var index) && index >= 0 && index < texts.Count ? texts[index] : kind == "e" ? "" : value);
        }

        return rows;
    }

    /// <summary>Column and row of <c>B3</c>, from 0; without one, the cell follows the last.</summary>
    private static (int Column, int Row) PlaceOf(string? reference, int next, int rows)
    {
        if (reference is null)
            return (next, Math.Max(0, rows - 1));
        var letters = reference.TakeWhile(char.IsAsciiLetterUpper).Count();
        var column = letters is 0 or > 3 ? MostColumns : reference[..letters].Aggregate(0, (sum, letter) => 26 * sum + letter - 'A' + 1) - 1;
        return column < MostColumns && int.TryParse(reference.AsSpan(letters), out var row) && row is > 0 and <= 1 << 20
            ? (column, row - 1) : throw new InvalidDataException($"{reference} is no cell of a catalogue.");
    }
}
