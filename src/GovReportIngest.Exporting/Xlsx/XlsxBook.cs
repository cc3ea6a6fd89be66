using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using GovReportIngest.Core.Export.Pages;

namespace GovReportIngest.Exporting.Xlsx;

/// <summary>
/// A workbook (Office Open XML, ECMA-376): sheets grow on disk, the package is streamed at the end. The Open XML SDK would hold every part in memory
/// until the package is closed; tests read and validate the files with it. The same content gives the same bytes.
/// </summary>
internal sealed class XlsxBook : IDisposable
{
    private const int MostNameCharacters = 31;

    /// <summary>The first moment that a ZIP archive can tell.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly XlsxStyles styles = new();
    private readonly List<XlsxSheet> sheets = [];

    /// <summary>A sheet after those there are, or after one of them. A name that is too long, refused or taken is changed.</summary>
    public XlsxSheet AddSheet(string name, IReadOnlyList<double> widths, (int Rows, int Columns) frozen = default, XlsxSheet? after = null)
    {
        var sheet = new XlsxSheet(NameOf(name), styles, widths, frozen);
        sheets.Insert(after is null ? sheets.Count : sheets.IndexOf(after) + 1, sheet);
        return sheet;
    }

    public async Task WriteAsync(Stream output, CancellationToken cancellation)
    {
        // The archive writes the sizes of its parts when it is closed, and not every stream takes what is not asynchronous.
        await using var whole = ScratchFile.Create();
        await PackAsync(whole, cancellation);
        whole.Position = 0;
        await whole.CopyToAsync(output, cancellation);
    }

    private async Task PackAsync(Stream output, CancellationToken cancellation)
    {
        await using var package = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellation);
        await WriteAsync(package, "[Content_Types].xml", ContentTypes(), cancellation);
        await WriteAsync(package, "_rels/.rels", Relationships([("rId1", "officeDocument", "xl/workbook.xml")]), cancellation);
        await WriteAsync(package, "xl/workbook.xml", Workbook(), cancellation);
        await WriteAsync(package, "xl/_rels/workbook.xml.rels", Relationships([
            .. sheets.Select((_, index) => (IdOf(index), "worksheet", $"worksheets/sheet{index + 1}.xml")), ("styles", "styles", "styles.xml")]), cancellation);
        for (var index = 0; index < sheets.Count; index++)
            await using (var part = await OpenAsync(package, $"xl/worksheets/sheet{index + 1}.xml", cancellation))
                await sheets[index].WriteAsync(part, cancellation);
        using var look = new MemoryStream();
        styles.Write(look);
        await WriteAsync(package, "xl/styles.xml", look.ToArray(), cancellation);
    }

    public void Dispose()
    {
        foreach (var sheet in sheets)
            sheet.Dispose();
    }

    private static string IdOf(int sheet) => string.Create(CultureInfo.InvariantCulture, $"sheet{sheet + 1}");

    private static async Task<Stream> OpenAsync(ZipArchive package, string name, CancellationToken cancellation)
    {
        var entry = package.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = NoTime;
        return await entry.OpenAsync(cancellation);
    }

    private static async Task WriteAsync(ZipArchive package, string name, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        await using var part = await OpenAsync(package, name, cancellation);
        await part.WriteAsync(content, cancellation);
    }

    private byte[] Workbook() => Xml(xml =>
    {
        xml.WriteStartElement("workbook", XlsxText.Main);
        xml.WriteAttributeString("xmlns", "r", null, XlsxText.Relations);
        xml.WriteStartElement("sheets", XlsxText.Main);
        for (var index = 0; index < sheets.Count; index++)
        {
            xml.WriteStartElement("sheet", XlsxText.Main);
            xml.WriteAttributeString("name", sheets[index].Name);
            xml.WriteAttributeString("sheetId", (index + 1).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("id", XlsxText.Relations, IdOf(index));
            xml.WriteEndElement();
        }
    });

    private static byte[] Relationships(IEnumerable<(string Id, string Kind, string Target)> relations) => Xml(xml =>
    {
        const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
        xml.WriteStartElement("Relationships", Package);
        foreach (var (id, kind, target) in relations)
        {
            xml.WriteStartElement("Relationship", Package);
            xml.WriteAttributeString("Id", id);
            xml.WriteAttributeString("Type", $"{XlsxText.Relations}/{kind}");
            xml.WriteAttributeString("Target", target);
            xml.WriteEndElement();
        }
    });

    private byte[] ContentTypes() => Xml(xml =>
    {
        const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
        const string Kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        void Write(string element, string name, string what, string type)
        {
            xml.WriteStartElement(element, Types);
            xml.WriteAttributeString(name, what);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }

        xml.WriteStartElement("Types", Types);
        Write("Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
        Write("Default", "Extension", "xml", "application/xml");
        Write("Override", "PartName", "/xl/workbook.xml", $"{Kinds}.sheet.main+xml");
        Write("Override", "PartName", "/xl/styles.xml", $"{Kinds}.styles+xml");
        for (var index = 0; index < sheets.Count; index++)
            Write("Override", "PartName", string.Create(CultureInfo.InvariantCulture, $"/xl/worksheets/sheet{index + 1}.xml"), $"{Kinds}.worksheet+xml");
    });

    private static byte[] Xml(Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, XlsxText.Settings))
        {
            write(xml);
            xml.WriteEndDocument();
        }

        return bytes.ToArray();
    }

    /// <summary>Spreadsheets refuse some characters, apostrophes at the ends, long names, none, "History", and the same one twice in whatever case.</summary>
    private string NameOf(string wanted)
    {
        var name = new string([.. XmlCharacters.Only(wanted).Select(character => @"[]:*?/\".Contains(character, StringComparison.Ordinal) || char.IsControl(character) ? ' ' : character)]);
        for (var number = 1; ; number++)
        {
            var end = number == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({number})");
            var candidate = (XlsxText.Cut(name.Trim('\'', ' '), MostNameCharacters - end.Length).Trim('\'', ' ') + end).Trim();
            if (candidate.Length > 0 && !candidate.Equals("History", StringComparison.OrdinalIgnoreCase) && !sheets.Any(sheet => string.Equals(sheet.Name, candidate, StringComparison.OrdinalIgnoreCase)))
                return candidate;
        }
    }
}
