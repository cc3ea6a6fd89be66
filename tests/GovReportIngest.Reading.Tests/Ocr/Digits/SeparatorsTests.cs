using GovReportIngest.Core.Document;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Ocr.Digits;

namespace GovReportIngest.Reading.Tests.Ocr.Digits;

public sealed class SeparatorsTests
{
    private const string PointOrComma = "point-or-comma";

    /// <summary>Bars for digits; the marks between them are points on the line, or commas that reach below it.</summary>
    private static NumberInk InkOf(string printed)
    {
        var page = Picture.White(560, 180, 245);
        var x = 100;
        foreach (var character in printed)
        {
            if (char.IsAsciiDigit(character))
                page.Fill(x, 70, 12, 30);
            else
                page.Fill(x, 96, 4, character == ',' ? 8 : 4);
            x += char.IsAsciiDigit(character) ? 16 : 10;
        }

        return NumberInk.Of(page, new Box(10, 10, 114, 21), 300 / 72.0);
    }

    /// <summary>The digits are taken as sure: model, votes and montage say the same, which was always right.</summary>
    private static CellReading Read(string printed, CellKind kind = CellKind.Decimal, string? digits = null)
    {
        var ink = InkOf(printed);
        var text = digits ?? string.Concat(printed.Where(char.IsAsciiDigit));
        var sure = new ReaderCalibration(new Dictionary<Agreement, AgreementCount> { [Agreement.Parse("5210")] = new(9999, 9999) });
        var model = new ModelReading(text, 0.9999, ink.Digits);
        return new CellAnswers(new(sure, sure, sure, sure)).Of(new(ink, null, new(model, text, text, null)), kind, new(TypicalHeights.Of([ink]), false));
    }

    [Theory]
    [InlineData("242,578", "242.578")]
    [InlineData("242.578", "242,578")]
    [InlineData("1,002", "1.002")]
    [InlineData("1,242,578", "1,242.578")]
    [InlineData("1,242.578", "1,242,578")]
    public void A_mark_before_three_last_digits_is_shown_to_a_person_with_both_readings_the_likelier_by_its_shape(string printed, string other)
    {
        var reading = Read(printed);

        Assert.Equal(printed, reading.Text);
        Assert.Equal([printed, other], reading.Candidates.Select(candidate => candidate.Text));
        Assert.Contains(PointOrComma, reading.Doubts);
        Assert.True(reading.Candidates.Sum(candidate => candidate.Probability) <= 1);
    }

    [Theory]
    [InlineData("1,762")]
    [InlineData("12,807")]
    [InlineData("1,242,578")]
    public void Whole_numbers_keep_the_marks_of_their_thousands_without_a_question(string printed)
    {
        var reading = Read(printed, CellKind.Integer);
        Assert.Equal((printed, 0), (reading.Text, reading.Doubts.Count));
    }

    [Theory]
    [InlineData("12.50")]
    [InlineData("1762,5")]
    [InlineData("0,762")]
    public void A_mark_of_a_whole_number_that_parts_no_thousands_is_unusual(string printed) =>
        Assert.Contains("unusual-ink", Read(printed, CellKind.Integer).Doubts);

    [Theory]
    [InlineData("12.50")]
    [InlineData("7.5")]
    [InlineData("242.5781")]
    [InlineData("2425.781")]
    [InlineData("0.578")]
    [InlineData("242578")]
    public void A_mark_that_can_only_be_a_point_leaves_no_doubt(string printed)
    {
        var reading = Read(printed);

        Assert.Equal(printed, reading.Text);
        Assert.Empty(reading.Doubts);
        Assert.Single(reading.Candidates);
    }

    [Fact]
    public void Thousands_before_a_point_are_read_as_printed() => Assert.Equal("1,242.57", Read("1,242.57").Text);

    [Fact]
    public void Marks_that_part_no_thousands_are_not_read_and_shown_to_a_person()
    {
        var reading = Read("24,25.78");

        Assert.Equal("242578", reading.Text);
        Assert.Contains("unusual-ink", reading.Doubts);
    }

    [Fact]
    public void A_mark_whose_place_among_the_digits_read_is_unknown_is_shown_to_a_person() =>
        Assert.Equal(["unusual-ink"], Read("12.50", digits: "12505").Doubts);
}
