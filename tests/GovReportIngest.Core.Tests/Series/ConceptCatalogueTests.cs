using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Series;
using GovReportIngest.TestKit;

namespace GovReportIngest.Core.Tests.Series;

public sealed class ConceptCatalogueTests
{
    private static RecordField Field(FieldState state, decimal? value = null, ReviewState review = ReviewState.None) =>
        new() { State = state, Value = value is { } amount ? new FieldValue.Number(amount) : null, Probability = 1, Review = review };

    [Fact]
    public void Every_form_has_the_figures_that_all_print()
    {
        foreach (var key in (string[])["requests-received", "requests-replied", "requests-granted", "requests-partial", "requests-denied", "reviews", "litigation"])
            Assert.Equal(TextReports.Forms.Forms.Select(form => form.Id), TextReports.Concepts.Find(key)!.Forms.Keys.Order(StringComparer.Ordinal));
        Assert.All(TextReports.Concepts.Concepts, concept => Assert.All(concept.Forms.Keys, form => Assert.NotNull(TextReports.Forms.Find(form))));
    }

    [Theory]
    [InlineData("forms: {nothing/2000: a.b.c}", "there is no form nothing/2000")]
    [InlineData("forms: {cn-gov-disclosure-annual/2021: requests.nothing.total}", "has no field \"requests.nothing.total\"")]
    [InlineData("forms: {cn-gov-disclosure-annual/2021: proactive_disclosure.fees.amount_wan_yuan}", "is in 万元, not in 件")]
    [InlineData("forms: {}, colour: red", "unknown key \"colour\"")]
    public void A_wrong_file_is_refused_with_file_line_and_reason(string entry, string reason)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, $"concepts:\n  - {{key: k, unit: 件, en: e, zh: z, note_en: n, note_zh: n, {entry}}}\n");
        var wrong = Assert.Throws<FormFileException>(() => ConceptCatalogue.Load(file, TextReports.Forms));
        File.Delete(file);

        Assert.StartsWith($"{Path.GetFileName(file)}:2: ", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(reason, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_is_not_zero_and_blanks_count_as_zero_only_beside_figures()
    {
        var formula = new ConceptFormula([["a", "b"], ["c"]]);
        ConceptReading Read(params (string, RecordField)[] fields) => formula.Read(fields.ToDictionary(field => field.Item1, field => field.Item2));

        Assert.Equal(5, Read(("a", Field(FieldState.Printed, 2)), ("b", Field(FieldState.Printed, 3))).Value);
        var blank = Read(("a", Field(FieldState.Printed, 2)), ("b", Field(FieldState.Blank)));
        Assert.Equal(2, blank.Value);
        Assert.Equal(["b"], blank.AssumedZero);
        Assert.Null(Read(("a", Field(FieldState.Printed, 2)), ("b", Field(FieldState.Unreadable))).Value);
        Assert.Null(Read(("a", Field(FieldState.Printed, 2)), ("b", Field(FieldState.Missing))).Value);
        Assert.Null(Read(("a", Field(FieldState.Printed, 2))).Value);
        Assert.Null(Read(("a", Field(FieldState.Blank)), ("b", Field(FieldState.Blank))).Value);
        Assert.Equal(7, Read(("a", Field(FieldState.Missing)), ("b", Field(FieldState.Missing)), ("c", Field(FieldState.Printed, 7))).Value);
        Assert.True(Read(("a", Field(FieldState.Printed, 2, ReviewState.Open)), ("b", Field(FieldState.Printed, 3))).IsOpen);
    }
}
