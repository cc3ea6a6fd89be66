using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;

namespace GovReportIngest.Exporting.Tests;

public sealed class TextFormatTests(ExportedStore stored) : IClassFixture<ExportedStore>
{
    [Fact]
    public async Task A_line_of_json_lines_is_the_record_with_its_decisions_and_hash()
    {
        var reports = await stored.AllAsync();
        var lines = Encoding.UTF8.GetString(await ExportedStore.WriteAsync(reports, ExportFormat.Jsonl)).Split('\n');

        Assert.Equal(("", 6), (lines[^1], lines.Length));
        for (var index = 0; index < reports.Rows.Count; index++)
        {
            var stands = (await stored.Store.Review.FindAsync(reports.Rows[index].Id, default))!;
            var (line, file) = (JsonDocument.Parse(lines[index]).RootElement, RecordJson.Write(stands.Record));
            Assert.Equal((RecordLine.SchemaId, stands.Id.ToString(), stands.Version), (line.GetProperty("schema").GetString(), line.GetProperty("id").GetString(), line.GetProperty("version").GetInt64()));
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(file)), line.GetProperty("sha256").GetString());
            Assert.Equal(file, RecordJson.Write(RecordJson.Read(Encoding.UTF8.GetBytes(line.GetProperty("record").GetRawText()))));
        }

        Assert.True(JsonDocument.Parse(lines[2]).RootElement.GetProperty("decision").GetInt64() > 0);
    }

    [Fact]
    public async Task A_record_that_nobody_decided_about_leaves_as_it_is_stored()
    {
        var kept = (await stored.Store.Queries.FindAsync(1, default))!.Versions.Single().RecordSha256;
        var reports = await stored.OneAsync(1);

        Assert.Equal(kept, JsonDocument.Parse(await ExportedStore.WriteAsync(reports, ExportFormat.Jsonl)).RootElement.GetProperty("sha256").GetString());
        Assert.Equal(await stored.Store.Blobs.ReadAsync(kept, default), Assert.Single(await reports.ReadAsync(reports.Rows[0], default)).ToFile().ToArray());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Wide_rows_keep_values_and_all_five_states(bool excelSafe)
    {
        var rows = Csv(await ExportedStore.WriteAsync(await stored.AllAsync(), ExportFormat.WideCsv, excelSafe));
        var columns = rows[0].Select((name, index) => (name.TrimStart('\uFEFF'), index)).ToDictionary(column => column.Item1, column => column.index);
        var mixed = rows.Single(row => row[columns["source"]] == "a/mixed.md");

        Assert.All(rows, row => Assert.Equal(rows[0].Length, row.Length));
        foreach (var (path, field) in ExportedStore.Mixed.Fields.Where(field => !ReportPaths.Has(field.Key)))
            Assert.Equal((path, field.Value is { } value ? WrittenValue.Of(value) : "", Codes.Of(field.State)), (path, mixed[columns[path]], mixed[columns[path + ".state"]]));
        Assert.Equal(5, ExportedStore.Mixed.Fields.Select(field => field.Value.State).Distinct().Count());
        Assert.Equal((excelSafe ? "'" : "") + ExportedStore.Formula, mixed[columns[ReportPaths.Title]]);
        Assert.Equal(ExportedStore.Mixed.Fields.Where(field => field.Value.Review is ReviewState.Open).Select(field => field.Key), mixed[columns["open_fields"]].Split(' '));
        Assert.Equal("4321", rows.Single(row => row[columns["source"]] == "b/corrected.md")[columns[ExportedStore.Person]]);
        // What has no form has no columns that are its own.
        Assert.Equal("", rows.Single(row => row[columns["source"]] == "c/letter.md")[columns[ExportedStore.Person]]);
    }

    [Fact]
    public async Task Tidy_rows_are_those_of_the_records_under_one_heading()
    {
        var rows = Csv(await ExportedStore.WriteAsync(await stored.AllAsync(), ExportFormat.Csv));

        Assert.Single(rows, row => row[0] == "source");
        Assert.Equal(ExportedStore.Mixed.Fields.Select(field => (field.Key, Codes.Of(field.Value.State))), rows.Where(row => row[0] == "a/mixed.md").Select(row => (row[4], row[5])));
    }

    [Fact]
    public async Task Markdown_has_the_form_s_tables_in_their_sections_and_nothing_of_a_document_becomes_markup()
    {
        var text = Encoding.UTF8.GetString(await ExportedStore.WriteAsync(await stored.OneAsync(2), ExportFormat.Markdown));

        Assert.StartsWith("# =HYPERLINK(\"http://x\",\"甲\")\n", text, StringComparison.Ordinal);
        Assert.Contains("\\<b\\>\\|\\*", text, StringComparison.Ordinal);
        Assert.Contains("| 三、本年度办理结果 › （一）予以公开 |", text, StringComparison.Ordinal);
        Assert.True(text.IndexOf("**第二十条第（一）项**", StringComparison.Ordinal) > text.IndexOf("主动公开政府信息情况", StringComparison.Ordinal));
        Assert.Contains(" ? ⚠ |", text, StringComparison.Ordinal);
        Assert.Contains("a/mixed.md", text, StringComparison.Ordinal);
        foreach (var table in text.Split("\n\n").Where(part => part.StartsWith("| ", StringComparison.Ordinal)))
            Assert.Single(table.Trim().Split('\n').Select(line => line.Replace("\\|", "", StringComparison.Ordinal).Count(character => character == '|')).Distinct());
    }

    /// <summary>RFC 4180, read without the code that writes it.</summary>
    private static List<string[]> Csv(byte[] utf8)
    {
        var (text, rows, row, cell) = (Encoding.UTF8.GetString(utf8), new List<string[]>(), new List<string>(), new StringBuilder());
        for (var (index, isQuoted) = (0, false); index < text.Length; index++)
            if (text[index] == '"')
            {
                if (isQuoted && index + 1 < text.Length && text[index + 1] == '"')
                    cell.Append(text[index++]);
                else
                    isQuoted = !isQuoted;
            }
            else if (!isQuoted && (text[index] == ',' || text[index] == '\n'))
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (text[index] == '\n')
                {
                    rows.Add([.. row]);
                    row.Clear();
                }
            }
            else if (isQuoted || text[index] != '\r')
                cell.Append(text[index]);
        return rows;
    }
}
