using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using GovReportIngest.Core.Archives;
using GovReportIngest.Core.Speech;
using GovReportIngest.Exporting.Xlsx;
using GovReportIngest.TestKit;

namespace GovReportIngest.Exporting.Tests;

/// <summary>What the catalogue of an archive says, from a workbook to the exports.</summary>
public sealed class CataloguedTests(ExportedStore stored) : IClassFixture<ExportedStore>
{
    private const string Code = "X001-WS·2023-Y-0012";

    private static async Task<byte[]> WorkbookAsync()
    {
        using var book = new XlsxBook();
        var sheet = book.AddSheet("目录", []);
        sheet.AddTexts("档号", "全宗号", "题名", "页数", "年度", "文件路径");
        sheet.Add(XlsxCell.Of(Code), XlsxCell.Of("X001"), null, XlsxCell.Of(12), XlsxCell.Of(2023), XlsxCell.Of("a/sample.md"));
        sheet.AddTexts("X001-WS·2023-Y-0013", "", "=题名", "", "", "nothing.pdf");
        book.AddSheet("其他", []).AddTexts("档号");
        using var bytes = new MemoryStream();
        await book.WriteAsync(bytes, default);
        return bytes.ToArray();
    }

    [Fact]
    public async Task The_entry_of_a_workbook_stands_in_every_export_and_a_folder_is_brought_up_to_date_with_it()
    {
        ExportFolder Folder() => new(stored.PathOf("packages"), ExportFormats.Of(ExportFormat.BagIt, false, new Tongue(isChinese: false), NoPages.Instance), ".bag.zip", "bagit", "1.0.0");
        Assert.Equal((1, 0), (await Folder().WriteAsync((await stored.OneAsync(1)).OfFiles(), default), await Folder().WriteAsync((await stored.OneAsync(1)).OfFiles(), default)));

        var catalogue = Catalogue.Read(await WorkbookAsync());
        Assert.Equal(["页数"], catalogue.LeftOut);
        Assert.Equal("=题名", catalogue.Rows[1].Entry.Title);
        var import = await stored.Store.Catalogue.ImportAsync(catalogue, default);
        Assert.Equal((1, "X001-WS·2023-Y-0013"), (import.Matched, Assert.Single(import.Unmatched)));

        Assert.Equal((1, 0), (await Folder().WriteAsync((await stored.OneAsync(1)).OfFiles(), default), await Folder().WriteAsync((await stored.OneAsync(1)).OfFiles(), default)));
        await using var package = await ZipFile.OpenReadAsync(stored.PathOf("packages/a/sample.md.bag.zip"));
        using var info = new StreamReader(package.GetEntry("sample.md.bag/bag-info.txt")!.Open());
        Assert.Contains($"External-Identifier: {Code}\nBag-Group-Identifier: X001\n", await info.ReadToEndAsync(), StringComparison.Ordinal);
        var mets = XDocument.Load(package.GetEntry("sample.md.bag/data/mets.xml")!.Open());
        Assert.Empty(XmlStandards.FaultsOf(mets));
        Assert.Equal(Code, mets.Descendants("档号").Single().Value);
        Assert.Equal("2023", mets.Descendants("年度").Single().Value);
        Assert.Equal("description catalogue", (string?)mets.Descendants().First(element => element.Name.LocalName == "div").Attribute("DMDID"));

        async Task<string> TextAsync(ExportFormat format) => Encoding.UTF8.GetString(await ExportedStore.WriteAsync(await stored.OneAsync(1), format));
        var archive = JsonDocument.Parse(await TextAsync(ExportFormat.Jsonl)).RootElement.GetProperty("archive");
        Assert.Equal((Code, "X001", JsonValueKind.Null, "2023"), (archive.GetProperty("archival_code").GetString(), archive.GetProperty("fonds").GetString(), archive.GetProperty("title").ValueKind, archive.GetProperty("year").GetString()));
        var wide = (await TextAsync(ExportFormat.WideCsv)).Split("\r\n");
        Assert.Equal(Code, wide[1].Split(',')[wide[0].Split(',').ToList().IndexOf("archive.archival_code")]);
        Assert.Contains(Code, await TextAsync(ExportFormat.Markdown), StringComparison.Ordinal);
    }
}
