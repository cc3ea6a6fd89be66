using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.TestKit;

namespace GovReportIngest.Core.Tests.Interpret.Forms;

public sealed class FormLibraryTests : IDisposable
{
    private static readonly FormLibrary Library = FormLibrary.Load(Repository.PathOf("models", "forms"));

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("forms");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("cn-gov-disclosure-annual/2021", 200)]
    [InlineData("cn-gov-disclosure-annual/2019", 198)]
    [InlineData("cn-gov-disclosure-statistics/2014", 58)]
    [InlineData("cn-fujian-disclosure-appendix/2009", 34)]
    [InlineData("cn-fujian-disclosure-appendix/2014", 32)]
    [InlineData("cn-shanghai-disclosure-statistics/2008", 70)]
    public void A_form_has_every_field_of_its_tables_once(string id, int fields)
    {
        var paths = Paths(Library.Find(id)!).ToList();

        Assert.Equal(fields, paths.Count);
        Assert.Equal(fields, paths.Distinct().Count());
    }

    [Fact]
    public void Paths_and_units_are_those_of_the_record_format()
    {
        var form = Library.Find("cn-gov-disclosure-annual/2021")!;

        Assert.Contains("requests.new_received.natural_person", Paths(form));
        Assert.Contains("review_litigation.litigation_after_review.pending", Paths(form));
        Assert.Contains("proactive_disclosure.fees.amount_wan_yuan", Paths(form));
        var fees = form.Tables[0].Blocks[3].Columns[0];
        Assert.Equal((FieldType.Decimal, "万元"), (fees.Type, fees.Unit));
        var row = form.Tables[1].Blocks[0].Rows.Single(row => row.Key == "denied_state_secret");
        Assert.Equal(["三、本年度办理结果", "（三）不予公开"], row.Group);
        Assert.Matches("^[0-9a-f]{12}$", form.Hash);
    }

    [Theory]
    [InlineData("cn-gov-disclosure-annual/2021", 7 + 7 + 25 + 3)]
    [InlineData("cn-gov-disclosure-annual/2019", 7 + 7 + 23 + 3)]
    public void Identities_are_expanded_to_instances_over_fields_of_the_form(string id, int count)
    {
        var form = Library.Find(id)!;
        var paths = Paths(form).ToHashSet();

        Assert.Equal(count, form.Identities.Count);
        Assert.All(form.Identities.SelectMany(identity => identity.Left.Concat(identity.Right)), term => Assert.Contains(term.Path, paths));
        var sum = form.Identities.Single(identity => identity.Id == "requests.result_sum[total]");
        Assert.Equal(id.EndsWith("2021", StringComparison.Ordinal) ? 21 : 19, sum.Left.Count);
        Assert.Contains(form.Identities, identity => identity.Id == "requests.balance[natural_person]");
        Assert.Contains(form.Identities, identity => identity.Id == "requests.total_col[granted]");
        Assert.Contains(form.Identities, identity => identity.Id == "review_litigation.total[litigation_direct]");
    }

    [Fact]
    public void The_rows_of_a_variant_take_the_place_of_what_they_replace()
    {
        var identities = Library.Find("cn-gov-disclosure-annual/2021")!.IdentitiesWith(["requests.other_processing"]);

        var paths = identities.SelectMany(identity => identity.Left.Concat(identity.Right)).Select(term => term.Path).ToHashSet();
        Assert.Contains("requests.other_processing.total", paths);
        Assert.DoesNotContain("requests.other_unpaid.total", paths);
        Assert.Equal(19, identities.Single(identity => identity.Id == "requests.result_sum[total]").Left.Count);
        Assert.Contains(identities, identity => identity.Id == "requests.total_col[other_processing]");
        Assert.Equal(7 + 7 + 23 + 3, identities.Count);
    }

    [Theory]
    [InlineData("tables: []", "titles: []", 2, "unknown key \"titles\"")]
    [InlineData("tables: []", "form: twice/1", 2, "\"form\" is given twice")]
    [InlineData("sections: []", "sections:\n  - {key: a, title: b, table: nowhere}", 3, "no table \"nowhere\"")]
    [InlineData("holds: a + b = c", "holds: a + d = c", 13, "no field \"d\"")]
    [InlineData("holds: a + b = c", "holds: a + b", 13, "exactly one \"=\"")]
    [InlineData("holds: a + b = c", "holds: a b = c", 13, "cannot be understood")]
    [InlineData("holds: a + b = c", "holds: a + = c", 13, "cannot be understood")]
    [InlineData("holds: a + b = c", "holds: = c", 13, "cannot be understood")]
    [InlineData("holds: a + b = c", "holds: sum(a, b) = c", 13, "cannot be understood")]
    [InlineData("holds: a + b = c", "holds: sum(b .. a) = c", 13, "backwards")]
    [InlineData("type: decimal", "type: number", 7, "unknown type \"number\"")]
    [InlineData("- {key: x, label: X}", "- use: nothing", 9, "no part \"nothing\"")]
    [InlineData("each: row", "each: page", 12, "unknown scope \"page\"")]
    [InlineData("- {key: x, label: X}", "- &anchor {key: x, label: X}\n          - *anchor", 10, "anchors and aliases")]
    [InlineData("key: b,", "key: a,", 1, "defined twice")]
    [InlineData("form: test/1", "form: [", 1, "not YAML")]
    public void A_wrong_file_is_refused_with_file_line_and_reason(string right, string wrong, int line, string reason)
    {
        var text = right == "tables: []" ? Valid.Replace("sections: []", wrong, StringComparison.Ordinal) : Valid.Replace(right, wrong, StringComparison.Ordinal);
        Assert.NotEqual(Valid, text);
        File.WriteAllText(Path.Combine(folder.FullName, "test.yaml"), text);

        var error = Assert.Throws<FormFileException>(() => FormLibrary.Load(folder.FullName));

        Assert.Equal("test.yaml", error.File);
        Assert.Equal(line, error.Line);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_hash_follows_the_included_files()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "test.yaml"), Valid.Replace("sections: []", "sections: []\ninclude: [shared/a.yaml]", StringComparison.Ordinal));
        var shared = Directory.CreateDirectory(Path.Combine(folder.FullName, "shared")).FullName;
        File.WriteAllText(Path.Combine(shared, "a.yaml"), "parts: {p: []}");
        var before = FormLibrary.Load(folder.FullName).Forms[0].Hash;
        File.WriteAllText(Path.Combine(shared, "a.yaml"), "parts: {q: []}");

        Assert.NotEqual(before, FormLibrary.Load(folder.FullName).Forms[0].Hash);
    }

    private const string Valid = """
        form: test/1
        sections: []
        tables:
          - key: t
            blocks:
              - columns: [{key: a, label: A}, {key: b, label: B},
                  {key: c, label: C, type: decimal}]
                rows:
                  - {key: x, label: X}
        identities:
          - id: t.sum
            each: row
            holds: a + b = c
        """;

    private static IEnumerable<string> Paths(FormDefinition form) =>
        from table in form.Tables from block in table.Blocks from row in block.Rows from column in block.Columns select table.PathOf(row, column);
}
