using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Evaluate;
using GovReportIngest.Core.Export;
using GovReportIngest.Journey.Tests.Batches;
using GovReportIngest.TestKit;

namespace GovReportIngest.Journey.Tests.BadInput;

public sealed class BadInputTests(BadBatch batch) : IClassFixture<BadBatch>
{
    [Fact]
    public void A_batch_with_bad_documents_ends_with_the_code_for_rejected_ones_and_without_a_stack_trace()
    {
        Assert.True(batch.Result.ExitCode == 3, batch.Result.ToString());
        Assert.DoesNotContain("   at ", batch.Result.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", batch.Result.ToString(), StringComparison.Ordinal);
        Assert.Empty(batch.Result.Complaints);
    }

    [Fact]
    public void Every_document_found_has_a_record_and_an_entry_in_the_summary_and_nothing_else_is_written()
    {
        string[] found =
        [
            "aa-first.txt", "bomb.pdf", "bomb.png", "closed", "closed.txt", "cut.pdf", "dot.png", "drawing-bomb.pdf", "empty-password.pdf",
            "empty.pdf", "empty.txt", "good/loop", "good/pdf/song-ruled.pdf", "good/text/pipes.md", "huge.png", "huge.tif", "left.txt", "lost-line.pdf",
            "mended.pdf", "million-pages.pdf", "needs-password.pdf", "no-pages.pdf", "nowhere.txt", "nul.txt", "picture.pdf", "report.tif",
            "right.txt", BadBatch.Vanishing, BadBatch.LongName, @"x\\..\\..\\outside.txt",
        ];

        var summary = File.ReadAllText(Path.Combine(batch.Out, "summary.json"));

        Assert.All(found, path => Assert.Contains($"\"{path}\"", summary, StringComparison.Ordinal));
        Assert.Equal(found.Length + 1, Directory.EnumerateFiles(batch.Out, "*", SearchOption.AllDirectories).Count());
    }

    [Theory]
    [InlineData("needs-password.pdf", "encrypted")]
    [InlineData("cut.pdf", "damaged")]
    [InlineData("empty.pdf", "empty")]
    [InlineData("empty.txt", "empty")]
    [InlineData("nul.txt", "unsupported-format")]
    [InlineData("no-pages.pdf", "no-pages")]
    [InlineData("million-pages.pdf", "no-pages")]
    [InlineData("huge.png", "too-large")]
    [InlineData("huge.tif", "too-large")]
    [InlineData("dot.png", "too-small")]
    [InlineData("bomb.png", "page-memory-limit")]
    [InlineData("bomb.pdf", "page-memory-limit")]
    [InlineData("drawing-bomb.pdf", "page-cpu-limit")]
    [InlineData("closed", "unreadable-folder")]
    [InlineData("closed.txt", "unreadable-file")]
    [InlineData(BadBatch.Vanishing, "vanished")]
    [InlineData("good/loop", "linked-folder")]
    [InlineData("left.txt", "broken-link")]
    [InlineData("right.txt", "broken-link")]
    [InlineData("nowhere.txt", "broken-link")]
    public void What_cannot_be_read_is_rejected_with_one_problem_that_says_the_remedy(string path, string category)
    {
        var record = batch.RecordOf(path);

        Assert.Equal(Outcome.Rejected, record.Outcome);
        var problem = Assert.Single(record.Problems);
        Assert.Equal(category, problem.Category);
        Assert.Contains(problem.Message, batch.Result.Output, StringComparison.Ordinal);
        // What happened, and what to do about it.
        Assert.Matches(@"^[A-Z].+[.;:] .+\.$", problem.Message);
    }

    [Fact]
    public void A_pdf_encrypted_with_an_empty_password_is_read()
    {
        var record = batch.RecordOf("empty-password.pdf");

        Assert.Empty(record.Problems);
        Assert.Equal("text-layer-fits", Assert.Single(record.Pages).Why);
        Assert.Contains("There were 12345 of them.", TextOf(record), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_off_pdf_that_poppler_mends_is_read_and_shown_to_a_person()
    {
        var record = batch.RecordOf("mended.pdf");

        Assert.Equal((Outcome.NeedsReview, "damaged"), (record.Outcome, Assert.Single(record.Problems).Category));
        Assert.Contains(record.Review, item => item.Reason == "damaged");
        Assert.Contains("There were 12345 of them.", TextOf(record), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_of_which_a_part_cannot_be_shown_is_read_and_shown_to_a_person()
    {
        var record = batch.RecordOf("lost-line.pdf");

        Assert.Equal(("damaged", 1), (Assert.Single(record.Problems).Category, record.Problems[0].Page));
        Assert.Equal([1], Assert.Single(record.Review, item => item.Reason == "damaged").Pages);
        Assert.Equal("text-layer-fits", Assert.Single(record.Pages).Why);
    }

    [Fact]
    public void A_wrong_extension_is_noted_and_the_content_is_read()
    {
        var picture = batch.RecordOf("picture.pdf");
        var report = batch.RecordOf("report.tif");

        // Black all over: opened as an image, and nothing of it is taken.
        Assert.Equal("image/png", picture.Source.MediaType);
        Assert.Equal("illegible", picture.Pages.Single().Why);
        Assert.Equal("application/pdf", report.Source.MediaType);
        Assert.Equal(batch.RecordOf("good/pdf/song-ruled.pdf").Fields.Count, report.Fields.Count);
        Assert.All([picture, report], record => Assert.Contains(record.Problems, problem => problem.Category == "wrong-extension"));
    }

    [Fact]
    public void A_name_as_long_as_names_can_be_is_cut_and_told_apart_by_the_hash()
    {
        var path = RecordFiles.RelativePathOf(BadBatch.LongName, batch.RecordOf("good/text/pipes.md").Source.Sha256);

        var record = RecordJson.Read(File.ReadAllBytes(Path.Combine(batch.Out, path)));

        Assert.Equal(250, System.Text.Encoding.UTF8.GetByteCount(BadBatch.LongName));
        Assert.Equal((BadBatch.LongName, Outcome.Accepted), (record.Source.Path, record.Outcome));
    }

    [Fact]
    public async Task Good_documents_beside_them_are_complete()
    {
        using var expected = new TemporaryFolder();
        foreach (var path in new[] { "pdf/song-ruled.pdf", "text/pipes.md" })
        {
            var target = Path.Combine(expected.Path, path + ".expected.json");
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Repository.PathOf("samples", "expected", path + ".expected.json"), target);
        }

        var all = (await Evaluation.EvaluateAsync(expected.Path, Path.Combine(batch.Out, "good"), default)).Groups[0];

        Assert.Equal((2, 0, 2), (all.Documents, all.Absent, all.NothingOpen));
        Assert.Equal(all.All.Fields, all.All.Exact);
        Assert.True(all.All.Fields > 400);
    }

    [Fact]
    public async Task Two_inputs_with_one_output_are_refused_before_any_work()
    {
        using var folder = new TemporaryFolder();
        foreach (var inbox in new[] { "a", "b" })
        {
            Directory.CreateDirectory(Path.Combine(folder.Path, inbox));
            File.WriteAllText(Path.Combine(folder.Path, inbox, "report.txt"), "政府信息公开");
        }

        var result = await GovReport.RunAsync("ingest", Path.Combine(folder.Path, "a"), Path.Combine(folder.Path, "b"), "--out", Path.Combine(folder.Path, "out"), "--lang", "en");

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Contains("report.txt", result.Complaints, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "out")));
    }

    private static string TextOf(ReportRecord record) => string.Join('\n', record.Outline.SelectMany(TextOf));

    private static IEnumerable<string> TextOf(OutlineNode node) => [node.Title, .. node.Paragraphs, .. node.Children.SelectMany(TextOf)];
}
