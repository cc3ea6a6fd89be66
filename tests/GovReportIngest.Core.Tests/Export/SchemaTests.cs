using System.Diagnostics;
using System.Text;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.TestKit;

namespace GovReportIngest.Core.Tests.Export;

public sealed class SchemaTests : IDisposable
{
    private const string Validate = """
        import json, sys, jsonschema
        schema = json.load(open(sys.argv[1], encoding="utf-8"))
        checker = jsonschema.validators.validator_for(schema)
        checker.check_schema(schema)
        for file in sys.argv[2:]:
            for error in checker(schema).iter_errors(json.load(open(file, encoding="utf-8"))):
                print(file, list(error.absolute_path), error.message)
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("schema");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Records_of_every_kind_follow_the_published_schema()
    {
        var full = RecordJsonTests.Sample();
        var empty = new ReportRecord { Source = full.Source with { Sha256 = "" }, Engine = full.Engine, Outcome = Outcome.Rejected };

        Assert.Equal("", Errors("record.schema.json", RecordJson.Write(full), RecordJson.Write(empty)));
    }

    [Theory]
    [InlineData("\"outcome\": ", "\"extra\": 1, \"outcome\": ", "extra")]
    [InlineData("\"state\": \"printed\"", "\"state\": \"seen\"", "seen")]
    [InlineData("\"state\": \"printed\"", "\"state\": \"blank\"", "null")]
    public void The_schema_refuses_what_the_format_does_not_know(string right, string wrong, string reason)
    {
        var text = Encoding.UTF8.GetString(RecordJson.Write(RecordJsonTests.Sample()));
        var at = text.IndexOf(right, StringComparison.Ordinal);

        var errors = Errors("record.schema.json", Encoding.UTF8.GetBytes(text[..at] + wrong + text[(at + right.Length)..]));

        Assert.Contains(reason, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Summaries_follow_the_published_schema()
    {
        var summary = SummaryJson.Write([SummaryEntry.Of(RecordJsonTests.Sample(), "a.record.json")]);

        Assert.Equal("", Errors("summary.schema.json", summary));
        Assert.Contains("\"problems\": [\"low-resolution\"]", Encoding.UTF8.GetString(summary), StringComparison.Ordinal);
    }

    private string Errors(string schema, params byte[][] documents)
    {
        var files = documents.Select((bytes, index) =>
        {
            var file = Path.Combine(folder.FullName, $"{index}.json");
            File.WriteAllBytes(file, bytes);
            return file;
        });
        var start = new ProcessStartInfo("/usr/bin/python3", ["-c", Validate, Repository.PathOf("docs", schema), .. files]) { RedirectStandardOutput = true };
        using var python = Process.Start(start)!;
        var output = python.StandardOutput.ReadToEnd();
        python.WaitForExit();
        Assert.True(python.ExitCode == 0, "python3 with python3-jsonschema (Debian) validates the schemas");
        return output;
    }
}
