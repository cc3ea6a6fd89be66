using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Read;
using GovReportIngest.TestKit;

namespace GovReportIngest.Journey.Tests.Documentation;

/// <summary>docs/record.md describes every code and member that a record can hold, and none that it cannot.</summary>
public sealed partial class RecordGuideTests
{
    /// <summary>Words with hyphens in the sources that never reach a record, and why.</summary>
    private static readonly Dictionary<string, string> NoCodes = new()
    {
        ["row-montage"] = "a reader's name", ["second-montage"] = "a reader's name", ["digit-model"] = "a reader's name", ["glyph-vote"] = "a reader's name",
        ["signed-integer"] = "a word of form definitions", ["sans-serif"] = "a font",
        ["rarely-seen"] = "grounds (docs/calibration.md)", ["readers-differ"] = "a ground", ["mark-unsure"] = "a ground",
    };

    /// <summary>Sources whose words are of other files: classes of calibration.json, grounds (docs/calibration.md), scores, training, stores (docs/cli.md), exports (docs/export.md), pages of the review application, names of styles and encodings.</summary>
    private static readonly string[] OtherSources =
        ["EvidenceClass.cs", "RowGrounds.cs", "InkGrounds.cs", "GroundsOfField.cs", "/Evaluate/", "/Training/", "GovReportIngest.Training/", "GovReportIngest.Storage/", "GovReportIngest.Exporting/", "GovReportIngest.Server/", "StyleSheet.cs", "ElementLook.cs", "ListMarker.cs", "HtmlCharacters.cs", "PackedFormats.cs"];

    private static readonly Guide Guide = new("record.md");

    [Fact]
    public void Every_code_that_the_sources_can_give_is_described()
    {
        var missing = Codes().Where(code => !Guide.Names.Contains(code.Code)).Select(code => $"{code.Code} ({code.File})").Distinct().ToList();

        Assert.True(missing.Count == 0, $"Describe in docs/record.md, or name in {nameof(NoCodes)} if it never reaches a record: {string.Join(", ", missing)}");
    }

    [Fact]
    public void No_code_is_described_that_the_sources_do_not_have()
    {
        var sources = string.Concat(Sources().Select(File.ReadAllText));
        string[] headings = ["### Reasons of a field", "## Open items of a document", "## Problems", "### Pages"];

        var described = headings.SelectMany(Guide.RowsBelow).Select(row => row.Name).ToList();

        Assert.True(described.Count > 50);
        Assert.All(described, code => Assert.Contains($"\"{code}\"", sources, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_problem_stands_with_the_stages_that_give_it()
    {
        var rows = Guide.RowsBelow("## Problems").ToDictionary(row => row.Name, row => row.Meaning);
        var given = Sources().SelectMany(file => ProblemOf().Matches(File.ReadAllText(file))).Select(match => (Stage: match.Groups[1].Value, Category: match.Groups[2].Value)).Distinct().ToList();

        Assert.True(given.Count > 10);
        Assert.All(given, problem => Assert.Contains(problem.Stage, rows[problem.Category], StringComparison.Ordinal));
    }

    [Fact]
    public void Every_word_of_every_enumeration_is_described()
    {
        string[] words =
        [
            .. Enum.GetValues<Outcome>().Select(Core.Export.Codes.Of), .. Enum.GetValues<FieldState>().Select(Core.Export.Codes.Of),
            .. Enum.GetValues<ReviewState>().Select(Core.Export.Codes.Of), .. Enum.GetValues<PagePart>().Select(Core.Export.Codes.Of),
            .. Enum.GetValues<PageReading>().Select(Core.Export.Codes.Of), .. Enum.GetValues<CheckSeverity>().Select(Core.Export.Codes.Of),
            .. Enum.GetValues<CheckOutcome>().Select(Core.Export.Codes.Of),
        ];

        Assert.All(words, word => Assert.Contains(word, Guide.Names));
    }

    [Theory]
    [InlineData("record.schema.json")]
    [InlineData("summary.schema.json")]
    public void Every_member_of_the_schemas_is_described(string schema)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Repository.PathOf("docs", schema)));
        var members = MembersOf(json.RootElement).Distinct().ToList();

        Assert.True(members.Count > 10);
        Assert.All(members, member => Assert.Contains(member, Guide.Names));
    }

    [Fact]
    public void The_columns_of_the_csv_are_described_and_the_versions_are_right()
    {
        var columns = Encoding.UTF8.GetString(new RecordCsv().Write([])).Trim().Split(',');

        Assert.All(columns, column => Assert.Contains(column, Guide.Names));
        Assert.Contains($"`{ReportRecord.SchemaId}`", Guide.Text, StringComparison.Ordinal);
        Assert.Contains($"`{SummaryJson.SchemaId}`", Guide.Text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> MembersOf(JsonElement schema)
    {
        if (schema.ValueKind == JsonValueKind.Array)
            return schema.EnumerateArray().SelectMany(MembersOf);
        if (schema.ValueKind != JsonValueKind.Object)
            return [];
        return schema.EnumerateObject().SelectMany(member => member.Name == "properties"
            ? member.Value.EnumerateObject().SelectMany(property => MembersOf(property.Value).Prepend(property.Name))
            : MembersOf(member.Value));
    }

    /// <summary>Words with hyphens are codes wherever they stand; single words where a problem, a reason or a doubt is made.</summary>
    private static IEnumerable<(string Code, string File)> Codes() =>
        from file in Sources()
        let text = File.ReadAllText(file)
        from match in new[] { Hyphenated(), SingleWord() }.SelectMany(pattern => pattern.Matches(text)).Concat(Path.GetFileName(file) == "FieldJudge.cs" ? Reason().Matches(text) : [])
        where !NoCodes.ContainsKey(match.Groups[1].Value)
        select (match.Groups[1].Value, Path.GetFileName(file));

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
                && !OtherSources.Any(other => file.Contains(other, StringComparison.Ordinal))
                && !((file.Contains(".Cli/", StringComparison.Ordinal) || file.Contains(".Jobs/", StringComparison.Ordinal)) && !file.EndsWith("DocumentJourney.cs", StringComparison.Ordinal)));

    [GeneratedRegex("(?<![$\\w])\"([a-z]+(?:-[a-z]+)+)\"")]
    private static partial Regex Hyphenated();

    [GeneratedRegex("""(?:"(?:collect|read|layout|interpret|check|export)"|Refuse\([^,"]+|"[a-z]+/[a-z-]+"|Unread\(number|Rejected\([^"]*?),?\s*"([a-z-]+)",""")]
    private static partial Regex SingleWord();

    [GeneratedRegex("(?:yield return|return|\\?|:|=>) \"([a-z-]+)\"")]
    private static partial Regex Reason();

    [GeneratedRegex("\"(collect|read|layout|interpret|check|export)\", \"([a-z-]+)\",")]
    private static partial Regex ProblemOf();
}
