using GovReportIngest.Core.Document;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Ocr.Digits;

namespace GovReportIngest.Reading.Tests.Ocr.Digits;

public sealed class CellAnswersTests
{
    private static readonly NumberInk TwoDigits = NumberInk.Of(
        Picture.White(280, 180, 245).Fill(110, 70, 16, 30).Fill(130, 70, 16, 30), new Box(10, 10, 46, 21), 300 / 72.0);

    private static readonly PageLook Good = new(TypicalHeights.Of([TwoDigits]), false);

    private static ReaderCalibration Counts(params (string Agreement, int Right, int Cells)[] counts) =>
        new(counts.ToDictionary(count => Agreement.Parse(count.Agreement), count => new AgreementCount(count.Right, count.Cells)));

    private static CellAnswers Answers { get; } = new(new(
        Counts(("5210", 9999, 9999), ("5220", 9999, 9999), ("2111", 50, 60), ("1111", 10, 60)),
        Counts(("5210", 90, 100)), Counts(("5210", 90, 100)), Counts(("5100", 9999, 9999))));

    private static AskedCell Cell(ModelReading? model, string? vote, string? first, string? second = null) => new(TwoDigits, null, new(model, vote, first, second));

    private static ModelReading Model(string text, double confidence) => new(text, confidence, TwoDigits.Characters);

    [Fact]
    public void Readers_that_agree_as_far_as_was_measured_certain_leave_no_doubt()
    {
        var answer = Answers.Of(Cell(Model("17", 0.9999), "17", "17"), CellKind.Integer, Good);
        Assert.Equal((CellInk.Printed, "17"), (answer.Ink, answer.Text));
        Assert.Empty(answer.Doubts);
        Assert.True(answer.Candidates[0].Probability > 0.9995);
    }

    [Fact]
    public void The_same_agreement_on_a_poor_page_is_shown_to_a_person() =>
        Assert.Contains("readers-disagree", Answers.Of(Cell(Model("17", 0.9999), "17", "17"), CellKind.Integer, Good with { IsPoor = true }).Doubts);

    [Fact]
    public void Readers_that_disagree_give_every_text_with_its_probability()
    {
        var answer = Answers.Of(Cell(Model("17", 0.8), null, "17", "11"), CellKind.Integer, Good);
        Assert.Equal(["17", "11"], answer.Candidates.Select(candidate => candidate.Text));
        Assert.Contains("readers-disagree", answer.Doubts);
        Assert.True(answer.Candidates.Sum(candidate => candidate.Probability) <= 1 + 1e-9);
        Assert.Equal(3, answer.Opinions.Count);
    }

    [Fact]
    public void Texts_of_another_length_than_the_ink_are_said_to_differ_in_segments() =>
        Assert.Contains("segments-differ", Answers.Of(Cell(Model("17", 0.8), null, "117"), CellKind.Integer, Good).Doubts);

    [Fact]
    public void Ink_that_no_reader_named_is_unreadable() =>
        Assert.Equal(CellInk.Unreadable, Answers.Of(Cell(new("??", 0.9, TwoDigits.Characters), null, ""), CellKind.Integer, Good).Ink);

    [Fact]
    public void A_mark_that_the_model_confirms_is_certain_and_one_it_names_otherwise_is_not()
    {
        Assert.Empty(Answers.OfMark(TwoDigits, "/", Model("/", 0.9999)).Doubts);
        var doubtful = Answers.OfMark(TwoDigits, "/", Model("1", 0.95));
        Assert.Contains("unusual-ink", doubtful.Doubts);
        Assert.Equal(["/", "1"], doubtful.Candidates.Select(candidate => candidate.Text));
    }
}
