using GovReportIngest.Core.Document;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Interpret.Narrative;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Headings;
using GovReportIngest.Core.Layout.Lines;
using GovReportIngest.Core.Read;
using GovReportIngest.TestKit;

namespace GovReportIngest.Core.Tests.Interpret.Narrative;

/// <summary>What a scanned sentence says is certain where its numbers were read alike twice and its words are ordinary.</summary>
public sealed class ScannedSentencesTests
{
    private static readonly HashSet<int> Scanned = [1];
    private static readonly FormDefinition Form = TextReports.Forms.Find("cn-gov-disclosure-annual/2021")!;

    [Fact]
    public void All_numbers_of_the_sentence_are_read_again_and_no_others()
    {
        var numbers = NarrativeReader.NumbersToRead(Form, [Line("网站发布信息88条。2022年收到政府信息公开申请41件。")], Scanned);

        Assert.Equal(2, numbers.Count);
        Assert.All(numbers, number => Assert.Equal((1, CellKind.Integer), (number.Page, number.Request.Kind)));
        // 2022 stands behind 10 characters, 41 behind 25; each is 10 points wide.
        Assert.InRange(numbers[0].Request.Box.X, 99, 100);
        Assert.InRange(numbers[1].Request.Box.CentreX, 259, 261);
    }

    [Fact]
    public void Pages_with_a_text_layer_are_not_read_again() =>
        Assert.Empty(NarrativeReader.NumbersToRead(Form, [Line("2022年收到政府信息公开申请41件。")], new HashSet<int> { 2 }));

    [Theory]
    [InlineData("2022年收到政府信息公开申请41件。", "41", true)]
    [InlineData("2022年收到政府信息公开申请41件。", "47", false)]
    [InlineData("2022年收到政府信息公开申请41件。", null, false)]
    [InlineData("2022年收到网土政府信息公开申请41件。", "41", false)]
    public void A_statement_is_certain_where_both_readings_agree_and_no_word_is_strange(string text, string? again, bool expected)
    {
        var line = Line(text);
        var readings = NarrativeReader.NumbersToRead(Form, [line], Scanned).Zip(["2022", again])
            .Where(pair => pair.Second is not null).ToDictionary(pair => pair.First.Path, pair => Reading(pair.Second!));

        var statements = NarrativeReader.Read(Form, [line], 2022, Scanned, readings);

        Assert.NotEmpty(statements);
        Assert.All(statements, statement => Assert.Equal((41m, expected), (statement.Amount, statement.IsCertain)));
    }

    [Theory]
    [InlineData("2022年收到政府信息公开申请41件。", true)]
    [InlineData("（二）依申请公开：2022年，收到“政府信息公开”申请41件。", true)]
    [InlineData("2022年收到政府信息公开申请]41件。", false)]
    [InlineData("2022年收到政府信息公开申请l41件。", false)]
    [InlineData("？022年收到政府信息公开申请41件。", false)]
    [InlineData("202！年收到政府信息公开申请41件。", false)]
    [InlineData("]022年收到政府信息公开申请41件。", false)]
    [InlineData("022年收到政府信息公开申请41件。", false)]
    [InlineData("202年收到政府信息公开申请41件。", false)]
    public void A_sign_that_may_be_a_misread_digit_makes_it_uncertain(string text, bool expected)
    {
        var line = Line(text);
        var readings = NarrativeReader.NumbersToRead(Form, [line], Scanned)
            .ToDictionary(number => number.Path, number => Reading(NumberAt(text, number.Request.Box.CentreX)));

        Assert.Equal(expected, NarrativeReader.Read(Form, [line], 2022, Scanned, readings) is { Count: > 0 } said && said.All(statement => statement.IsCertain));
    }

    private static string NumberAt(string text, double x) =>
        System.Text.RegularExpressions.Regex.Matches(text, @"\d+").Single(number => number.Index <= x / 10 && x / 10 <= number.Index + number.Length).Value;

    [Fact]
    public void A_word_that_the_engine_doubts_makes_it_uncertain()
    {
        var line = Line("2022年收到政府信息公开申请41件。", confidence: 40);
        var readings = NarrativeReader.NumbersToRead(Form, [line], Scanned).Zip(["2022", "41"]).ToDictionary(pair => pair.First.Path, pair => Reading(pair.Second));

        var statements = NarrativeReader.Read(Form, [line], 2022, Scanned, readings);
        Assert.NotEmpty(statements);
        Assert.All(statements, statement => Assert.False(statement.IsCertain));
    }

    [Theory]
    [InlineData("readers-disagree", "41", true)]
    [InlineData("readers-disagree", "47", false)]
    [InlineData("touches-rule", "41", false)]
    [InlineData("segments-differ", "41", false)]
    public void Readers_that_all_agree_are_enough_with_the_engine_beside_them(string doubt, string montage, bool expected)
    {
        var line = Line("2022年收到政府信息公开申请41件。");
        var readings = NarrativeReader.NumbersToRead(Form, [line], Scanned).Zip(["2022", "41"])
            .ToDictionary(pair => pair.First.Path, pair => Reading(pair.Second));
        var path = readings.Single(reading => reading.Value.Text == "41").Key;
        readings[path] = readings[path] with { Doubts = [doubt], Opinions = [new("row-montage", montage, 1), new("digit-model", "41", 0.9)] };

        var statement = Assert.Single(NarrativeReader.Read(Form, [line], 2022, Scanned, readings).DistinctBy(statement => statement.IsCertain));
        Assert.Equal(expected, statement.IsCertain);
    }

    private static CellReading Reading(string text) => new()
    {
        Ink = CellInk.Printed,
        Text = text,
        Opinions = [new("row-montage", text, 1), new("digit-model", text, 1)],
        Candidates = [new(text, 0.999)],
    };

    /// <summary>One word, ten points a character.</summary>
    private static Block.OfLine Line(string text, double confidence = 95)
    {
        var word = new Word
        {
            Text = text,
            Box = new(0, 100, 10 * text.Length, 10),
            Edges = [.. Enumerable.Range(0, text.Length + 1).Select(i => 10.0 * i)],
            Confidence = confidence,
        };
        return new(new LayoutLine.OfPage(1, PageFrame.Identity, [word], [false]), LineLook.Plain);
    }
}
