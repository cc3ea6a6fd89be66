using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export.Pages;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Tests.Export.Pages;

public sealed class ReviewedPagesTests
{
    private const string Path = "requests.new_received.total";
    private static readonly Box Place = new(200, 100, 30, 10);

    private static PageText Page(bool isScan, params TextWord[] words) => new(1, 595, 842, 0, isScan, [.. words.Select(word => new TextLine([word]))]);

    private static ReportRecord Record(RecordField field, params RecordCell[] cells) => RecordJsonTests.Sample() with
    {
        Pages = [new(1, 1, PagePart.Whole, 595, 842, 0, 0, (300, 300), false, PageReading.Ocr, "no-text-layer")],
        Fields = [KeyValuePair.Create(Path, field)],
        Tables = [new(null, 1, 1, 0, cells)],
    };

    private static RecordField Field(FieldState state, string? printed, ReviewState review = ReviewState.None) => new()
    {
        State = state, Printed = printed, Value = state is FieldState.Printed ? new FieldValue.Words(printed!) : null, Probability = 0.9m, Review = review, Evidence = [new Evidence.OnPage(1, Place)],
    };

    private static string TextOf(PageText page, RecordField field, params RecordCell[] cells) =>
        string.Join('/', ReviewedPages.Of([page], [Record(field, cells)])[0].Lines.Select(line => string.Join(' ', line.Words.Select(word => word.Text))));

    [Fact]
    public void A_figure_of_a_scan_stands_in_its_line_in_place_of_what_was_misread_there()
    {
        var page = Page(true, TextWord.Of("总计", new(50, 99, 40, 12), 0.9), TextWord.Of("l2O", new(202, 101, 25, 9), 0.3), TextWord.Of("下一行", new(50, 130, 60, 12), 0.9));

        Assert.Equal("总计 120/下一行", TextOf(page, Field(FieldState.Printed, "120")));
        Assert.Equal("总计/下一行", TextOf(page, Field(FieldState.Blank, null)));
        Assert.Equal("总计 —/下一行", TextOf(page, Field(FieldState.Placeholder, "—")));
        Assert.Equal("总计/l2O/下一行", TextOf(page, Field(FieldState.Unreadable, null)));
    }

    [Fact]
    public void Text_of_the_file_stays_but_for_what_a_person_corrected()
    {
        var page = Page(false, TextWord.Of("121", new(202, 101, 25, 9), 1));

        Assert.Equal("121", TextOf(page, Field(FieldState.Printed, "120")));
        Assert.Equal("120", TextOf(page, Field(FieldState.Printed, "120", ReviewState.Corrected)));
    }

    [Fact]
    public void A_cell_of_an_unknown_table_is_added_only_where_no_word_stands()
    {
        var cell = new RecordCell(0, 0, 1, 1, "77", [new Evidence.OnPage(1, new(300, 200, 60, 20))]);

        Assert.Equal("120/77", TextOf(Page(true), Field(FieldState.Printed, "120"), cell));
        Assert.Equal("120/78", TextOf(Page(true, TextWord.Of("78", new(310, 205, 20, 9), 0.5)), Field(FieldState.Printed, "120"), cell));
    }

    [Fact]
    public void Figures_of_a_page_that_lies_askew_stay_in_their_lines()
    {
        // Lines sink by a tenth of their way; a line is 12 points below the other.
        var words = Enumerable.Range(0, 2).SelectMany(line => Enumerable.Range(0, 5).Select(index =>
            new TextWord($"{line}{index}", new(50 + 40 * index, 100 + 12 * line + 4 * index), new(80 + 40 * index, 103 + 12 * line + 4 * index), 9, 0.9))).ToArray();
        var lines = ReviewedPages.Of([new(1, 595, 842, 0, true, [new([.. words.Take(5)]), new([.. words.Skip(5)])])], [Record(Field(FieldState.Printed, "120") with
        {
            Evidence = [new Evidence.OnPage(1, new(260, 112, 30, 12))],
        })])[0].Lines;

        Assert.Equal(["00 01 02 03 04 120", "10 11 12 13 14"], lines.Select(line => string.Join(' ', line.Words.Select(word => word.Text))));
    }

    [Fact]
    public void A_word_of_a_scan_ends_where_the_next_one_of_its_line_begins()
    {
        var (wide, next, last) = (TextWord.Of("依照", new(48, 106, 62, 10), 0.9), TextWord.Of("有", new(72, 105, 8, 14), 0.9), TextWord.Of("关", new(80, 105, 12, 14), 0.9));
        IReadOnlyList<TextWord> Words(bool isScan) => ReviewedPages.Of([new(1, 595, 842, 0, isScan, [new([wide, next, last])])], [])[0].Lines[0].Words;

        Assert.Equal([wide with { End = new(72, 116) }, next, last], Words(isScan: true));
        Assert.Equal([wide, next, last], Words(isScan: false));
    }

    [Fact]
    public void What_is_kept_of_pages_is_read_back_as_it_was_and_anything_else_is_nothing()
    {
        PageText[] pages = [new(1, 595.2, 842, 90, true, [new([new("甲", new(1.5, 2), new(3, 4.5), 9.5, 0.88, true)])])];

        Assert.Equal(PageTextJson.Write(pages), PageTextJson.Write(PageTextJson.Read(PageTextJson.Write(pages))!));
        Assert.Null(PageTextJson.Read("{\"lines\": ["u8));
    }
}
