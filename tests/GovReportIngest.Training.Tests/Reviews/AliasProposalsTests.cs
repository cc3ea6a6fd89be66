using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.TestKit;
using GovReportIngest.Training.Reviews;

namespace GovReportIngest.Training.Tests.Reviews;

public sealed class AliasProposalsTests
{
    private const string Row = "requests.total_processed";
    private const string Local = "（七）处理结果合计数";
    private static readonly string Report = File.ReadAllText(Repository.PathOf("samples", "inbox", "text", "pipes.md"));

    [Fact]
    public void What_several_documents_print_beside_a_value_that_was_decided_is_proposed()
    {
        var proposal = Assert.Single(AliasProposals.Of([Read("1"), Read("2"), Read("2")], TextReports.Forms, 2));
        Assert.Equal((Row, Local, 2), (proposal.Row, proposal.Label, proposal.Documents));
        Assert.Empty(AliasProposals.Of([Read("1"), Read("2")], TextReports.Forms, 3));
    }

    [Fact]
    public void What_nobody_decided_about_or_a_form_knows_is_not_proposed()
    {
        Assert.Empty(AliasProposals.Of([Read("1") with { Decided = new HashSet<string>() }, Read("2") with { Decided = new HashSet<string>() }], TextReports.Forms, 1));
        var known = TextReports.Ingest(Report);
        Assert.Empty(AliasProposals.Of([new("1", known, known, new HashSet<string> { $"{Row}.natural_person" })], TextReports.Forms, 1));
    }

    [Fact]
    public void Forms_with_what_is_proposed_are_written_beside_and_read_the_label()
    {
        var folder = Directory.CreateTempSubdirectory("govreport-forms-");
        try
        {
            var forms = Repository.PathOf("models", "forms");
            var proposals = AliasProposals.Of([Read("1")], TextReports.Forms, 1);
            AliasFiles.Write(forms, Path.Combine(folder.FullName, "one"), proposals);
            AliasFiles.Write(Path.Combine(folder.FullName, "one"), Path.Combine(folder.FullName, "two"), [.. proposals, proposals[0] with { Label = "七、总数" }]);
            var learned = FormLibrary.Load(Path.Combine(folder.FullName, "two"));
            Assert.Equal([Local, "七、总数"], RowOf(learned, proposals[0].Form).Aliases.TakeLast(2));
            Assert.DoesNotContain(Local, RowOf(TextReports.Forms, proposals[0].Form).Aliases);
            Assert.Equal(TextReports.Forms.Forms.Select(form => form.Id), learned.Forms.Select(form => form.Id));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_score_counts_what_is_exact_asked_about_and_neither()
    {
        var truth = TextReports.Ingest(Report);
        ReportRecord With(Func<RecordField, RecordField> change) => truth with { Fields = [.. truth.Fields.Select(field => field.Key == $"{Row}.natural_person" ? KeyValuePair.Create(field.Key, change(field.Value)) : field)] };
        var all = truth.Fields.Count;
        Assert.Equal((all, all, 0, 0), Counts(truth));
        Assert.Equal((all, all - 1, 0, 1), Counts(With(field => field with { Value = new FieldValue.Number(-1) })));
        Assert.Equal((all, all - 1, 1, 0), Counts(With(field => field with { Value = new FieldValue.Number(-1), Review = ReviewState.Open })));

        (int, int, int, int) Counts(ReportRecord read) => ReviewScore.Of([(read, truth)]) is var score ? (score.Fields, score.Exact, score.Flagged, score.Silent) : default;
    }

    private static FormRow RowOf(FormLibrary forms, string form) =>
        forms.Find(form)!.Tables.First(table => table.Key == "requests").Blocks.SelectMany(block => block.Rows).First(row => row.Key == "total_processed");

    private static ReviewedReading Read(string document)
    {
        // Of a row that was not found nobody knows the place.
        var truth = TextReports.Ingest(Report);
        return new(document, TextReports.Ingest(Report.Replace("（七）总计", Local, StringComparison.Ordinal)),
            truth with { Fields = [.. truth.Fields.Select(field => KeyValuePair.Create(field.Key, field.Value with { Evidence = [] }))] }, new HashSet<string> { $"{Row}.natural_person" });
    }
}
