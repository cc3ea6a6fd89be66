using System.Diagnostics;
using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Exporting.Xlsx;
using GovReportIngest.TestKit;

namespace GovReportIngest.Exporting.Tests;

/// <summary>Workbooks as the Open XML SDK and LibreOffice read them.</summary>
public sealed class XlsxTests(ExportedStore stored) : IClassFixture<ExportedStore>
{
    private static readonly string LongNumber = "12345678901234567890";

    [Fact]
    public async Task Workbooks_keep_to_the_schema_and_the_same_reports_give_the_same_bytes()
    {
        foreach (var reports in (ChosenReports[])[await stored.AllAsync(), await stored.OneAsync(2), await stored.OneAsync(5)])
        {
            var bytes = await ExportedStore.WriteAsync(reports, ExportFormat.Xlsx);
            using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);

            Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
            Assert.Equal(bytes, await ExportedStore.WriteAsync(reports, ExportFormat.Xlsx));
        }
    }

    [Fact]
    public async Task Long_lists_go_on_in_the_next_sheet_and_names_are_those_that_spreadsheets_take()
    {
        using var book = new XlsxBook();
        var list = new LongSheet(book, "List", [10], (1, 0), sheet => sheet.AddHeadings(["number"]), mostRows: 3);
        foreach (var name in (string[])["History", "'", "a/b\uFFFE", string.Concat(Enumerable.Repeat("𠮷", 20)), "x"])
            book.AddSheet(name, []);
        for (var number = 1; number <= 5; number++)
            list.Add(XlsxCell.Of(number));
        using var bytes = new MemoryStream();
        await book.WriteAsync(bytes, default);
        using var document = SpreadsheetDocument.Open(bytes, false);

        Assert.Equal(["List", "List (2)", "List (3)", "History (2)", "(2)", "a b", string.Concat(Enumerable.Repeat("𠮷", 15)), "x"],
            document.WorkbookPart!.Workbook.Descendants<Sheet>().Select(sheet => sheet.Name?.Value));
        Assert.Equal("number|3|4", string.Join('|', CellsOf(document, "List (2)").OrderBy(cell => cell.Key).Select(cell => cell.Value)));
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(error => error.Description));
    }

    [Fact]
    public void A_text_that_is_too_textis_cut_between_characters()
    {
        var text = XlsxText.Escape(string.Concat(Enumerable.Repeat("𠮷", 20_000)));
        Assert.Equal((32_767, '…'), (text.Length, text[^1]));
        Assert.Equal(7 * 32_766 + 1, XlsxText.Escape(new string('\u0001', 40_000)).Length);
    }

    [Theory]
    [InlineData(20210)]
    [InlineData(1e20)]
    [InlineData(-3)]
    public async Task A_year_that_cannot_be_makes_no_columns(double year)
    {
        var wrong = ExportedStore.Sample with { Fields = [.. ExportedStore.Sample.Fields.Select(field => field.Key == ReportPaths.Year ? KeyValuePair.Create(field.Key, field.Value with { Value = new FieldValue.Number((decimal)year) }) : field)] };
        var id = await stored.PutAsync($"years/{year}.md", wrong, ExportedStore.Sample);
        using var document = SpreadsheetDocument.Open(new MemoryStream(await ExportedStore.WriteAsync(await stored.OneAsync(id.DocumentId), ExportFormat.Xlsx)), false);

        Assert.InRange(CellsOf(document, "Agencies by years").Keys.Max(place => place.Column), 1, 1);
    }

    [Fact]
    public async Task One_report_stands_in_the_shape_of_its_form_and_every_value_in_its_cell()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(await ExportedStore.WriteAsync(await stored.OneAsync(2), ExportFormat.Xlsx)), false);
        var fields = ExportedStore.Mixed.Fields.ToDictionary();
        var sheets = FormSheet.Of(TextReports.Forms.Find("cn-gov-disclosure-annual/2021")!, ExportedStore.Mixed.Form!.Variants);

        foreach (var sheet in sheets)
        {
            var cells = CellsOf(document, sheet.Title);
            foreach (var (row, column, cell) in sheet.Places())
                Assert.Equal(cell.Path is { } path ? ShownState.Of(fields[path]) : cell.Text, cells.GetValueOrDefault((row, column), ""));
            Assert.Equal(
                sheet.Places().Count(place => place.Cell.RowSpan > 1 || place.Cell.ColumnSpan > 1),
                PartOf(document, sheet.Title).Worksheet.Descendants<MergeCell>().Count());
        }
    }

    [Fact]
    public async Task The_list_of_fields_gives_back_every_value_and_state()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(await ExportedStore.WriteAsync(await stored.OneAsync(2), ExportFormat.Xlsx)), false);
        var cells = CellsOf(document, "Fields");
        for (var index = 0; index < ExportedStore.Mixed.Fields.Count; index++)
        {
            var (path, field) = ExportedStore.Mixed.Fields[index];
            Assert.Equal(
                (path, field.Value is { } value ? WrittenValue.Of(value).Replace("\r\n", "\n", StringComparison.Ordinal) : "", Codes.Of(field.State), Codes.Of(field.Review)),
                (cells[(index + 1, 1)], cells.GetValueOrDefault((index + 1, 2), "").Replace("\r\n", "\n", StringComparison.Ordinal), cells[(index + 1, 3)], cells[(index + 1, 5)]));
        }
    }

    [Fact]
    public async Task Texts_are_never_formulas_and_long_numbers_keep_their_digits()
    {
        foreach (var reports in (ChosenReports[])[await stored.AllAsync(), await stored.OneAsync(2)])
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(await ExportedStore.WriteAsync(reports, ExportFormat.Xlsx)), false);
            var formats = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
            var all = document.WorkbookPart.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<Cell>()).ToList();

            Assert.DoesNotContain(all, cell => cell.CellFormula is not null);
            var literal = all.Where(cell => TextOf(cell) is { Length: > 0 } text && "=+-@".Contains(text[0], StringComparison.Ordinal) && cell.DataType?.Value == CellValues.InlineString).ToList();
            Assert.Contains(literal, cell => TextOf(cell) == ExportedStore.Formula);
            Assert.All(literal, cell => Assert.True(formats[(int)cell.StyleIndex!.Value].QuotePrefix?.Value));
            Assert.Contains(all, cell => TextOf(cell) == LongNumber && cell.DataType?.Value == CellValues.InlineString);
            Assert.Contains(all, cell => TextOf(cell) == "-1234.5" && cell.DataType is null);
        }
    }

    [Fact]
    public async Task Several_reports_are_rows_below_the_headings_of_their_form()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(await ExportedStore.WriteAsync(await stored.AllAsync(), ExportFormat.Xlsx)), false);
        var names = document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Select(sheet => sheet.Name!.Value!).ToList();
        Assert.Equal(["Reports", "Agencies by years"], names.Take(2));
        Assert.Equal(["Findings", "To be reviewed", "Legend"], names.TakeLast(3));
        Assert.Equal(6, CellsOf(document, "Reports").Keys.Max(place => place.Row) + 1);

        var table = CellsOf(document, names.First(name => name.Contains("收到和处理", StringComparison.Ordinal)));
        var paths = table.Where(cell => cell.Key.Row == 2).ToDictionary(cell => cell.Value, cell => cell.Key.Column);
        var rows = table.Where(cell => cell.Key is { Column: 0, Row: > 2 }).ToDictionary(cell => cell.Value, cell => cell.Key.Row);
        Assert.Equal("4321", table[(rows["3"], paths[ExportedStore.Person])]);
        foreach (var (path, field) in ExportedStore.Mixed.Fields.Where(field => paths.ContainsKey(field.Key)))
            Assert.Equal(ShownState.Of(field), table.GetValueOrDefault((rows["2"], paths[path]), ""));
        Assert.Equal(ExportedStore.Mixed.Fields.Count(field => field.Value.Review is ReviewState.Open),
            CellsOf(document, "To be reviewed").Count(cell => cell.Key is { Row: > 0, Column: 0 } && cell.Value == "2"));
    }

    [Fact]
    public async Task LibreOffice_reads_the_same_figures()
    {
        var sheet = FormSheet.Of(TextReports.Forms.Find("cn-gov-disclosure-annual/2021")!, ExportedStore.Sample.Form!.Variants)[1];
        var file = stored.PathOf("office.xlsx");
        await File.WriteAllBytesAsync(file, await ExportedStore.WriteAsync(await stored.OneAsync(1), ExportFormat.Xlsx));

        // The third sheet, as UTF-8, all cells as they are shown.
        await RunAsync("soffice", "--headless", $"-env:UserInstallation=file://{stored.PathOf("profile")}", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,3", "--outdir", stored.PathOf("office"), file);
        var lines = (await File.ReadAllLinesAsync(Directory.GetFiles(stored.PathOf("office"), "*.csv").Single())).Select(line => line.Split(',')).ToList();

        var fields = ExportedStore.Sample.Fields.ToDictionary();
        foreach (var (row, column, cell) in sheet.Places().Where(place => place.Cell.Path is not null))
            Assert.Equal(ShownState.Of(fields[cell.Path!]), lines[row][column]);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, string.Concat(said));
    }

    private static WorksheetPart PartOf(SpreadsheetDocument document, string name)
    {
        var cut = name[..Math.Min(31, name.Length)];
        var id = document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().First(sheet => sheet.Name == cut).Id!.Value!;
        return (WorksheetPart)document.WorkbookPart.GetPartById(id);
    }

    /// <summary>Texts of the cells that hold something, by row and column from 0.</summary>
    private static Dictionary<(int Row, int Column), string> CellsOf(SpreadsheetDocument document, string name) =>
        PartOf(document, name).Worksheet.Descendants<Cell>().Where(cell => TextOf(cell).Length > 0).ToDictionary(cell => PlaceOf(cell.CellReference!.Value!), TextOf);

    private static string TextOf(Cell cell) => cell.InlineString is { } text ? Unescape(text.InnerText) : cell.CellValue?.Text ?? "";

    /// <summary>ECMA-376, part 1, 22.9.2.19: the SDK leaves it to its users.</summary>
    private static string Unescape(string text) => System.Text.RegularExpressions.Regex.Replace(
        text, "_x([0-9A-F]{4})_", match => $"{(char)int.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)}");

    private static (int Row, int Column) PlaceOf(string reference)
    {
        var letters = reference.TakeWhile(char.IsAsciiLetter).Aggregate(0, (sum, letter) => sum * 26 + letter - 'A' + 1);
        return (int.Parse(reference.SkipWhile(char.IsAsciiLetter).ToArray(), CultureInfo.InvariantCulture) - 1, letters - 1);
    }
}
