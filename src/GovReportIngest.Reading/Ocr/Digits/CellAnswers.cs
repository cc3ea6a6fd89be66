using GovReportIngest.Core.Read;

namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>Turns what the readers made of a cell into one answer with its probability and doubts.</summary>
internal sealed class CellAnswers(CellCalibration calibration)
{
    /// <summary>
    /// Readers that agree this far need no person. Nearly all cells lie far above: this is where counts of rarer agreements,
    /// none of them wrong, can prove no more.
    /// </summary>
    private const double Certain = 0.999;

    /// <summary>A shape that measures as a dash or slash; the model confirms it or names what else it could be.</summary>
    public CellReading OfMark(NumberInk ink, string mark, ModelReading? model)
    {
        var probability = calibration.Marks.Of(AgreementOn(mark, model));
        var isCertain = probability >= Certain && !CellDoubts.IsDirty(ink);
        var other = model is not null && !IsSameMark(mark, model.Text) && model.Text != "?" && !isCertain ? model.Text : null;
        return new()
        {
            Ink = CellInk.Printed,
            Text = mark,
            InkBox = ink.ExtentInPoints,
            Opinions = [new("shape", mark, 1), new("digit-model", other ?? mark, model?.Confidence ?? 0)],
            Candidates = other is null ? [new(mark, probability)] : [new(mark, probability), new(other, 1 - probability)],
            Doubts = isCertain ? [] : [CellReading.UnusualInk],
            Grounds = isCertain ? [] : ["mark-unsure"],
        };
    }

    public static Agreement AgreementOn(string mark, ModelReading? model) =>
        Agreement.With(mark, new(model is not null && IsSameMark(mark, model.Text) ? model with { Text = mark } : model, null, null, null));

    /// <summary>Dashes differ in length only.</summary>
    private static bool IsSameMark(string mark, string named) => named == mark || (mark is "-" or "—" && named.Length > 0 && named.All(c => c == '-'));

    public CellReading Of(AskedCell cell, CellKind kind, PageLook look)
    {
        var (ink, texts) = (cell.Ink, cell.Texts);
        if (ink.Characters.Count == 0)
            return ink.HasForeignInk || CellDoubts.MayBeBrokenMark(ink) ? Unreadable(ink, texts) : new() { Ink = CellInk.Blank, Text = "" };
        if (texts.Model is { Text: "无", Confidence: var confidence } && confidence >= 0.9)
            return OfMark(ink, "无", texts.Model);
        IReadOnlyList<string> doubts = [.. CellDoubts.Of(ink, kind, cell.Glyphs, look.Heights)];
        var ranked = Ranked(texts, calibration.Of(doubts.Any(CellDoubts.IsOfDigits), look));
        if (ranked.Count == 0)
            return Unreadable(ink, texts);
        var isCertain = ranked[0].Probability >= Certain;
        IReadOnlyList<string> Full(string text) => NumberText.Of(text, ink, kind, cell.Glyphs);
        return new()
        {
            Ink = CellInk.Printed,
            Text = Full(ranked[0].Text)[0],
            InkBox = ink.ExtentInPoints,
            // What a certain reading overrules says something about its reader, not about the cell.
            Opinions = [.. OpinionsOf(texts).Where(opinion => !isCertain || opinion.Text == ranked[0].Text).Select(opinion => opinion with { Text = Full(opinion.Text)[0] })],
            Candidates = [.. ranked.SelectMany(candidate => Parted(candidate.Probability, Full(candidate.Text))).OrderByDescending(candidate => candidate.Probability)],
            Doubts = [.. doubts.Union(CellDoubts.OfMarks(ranked[0].Text, ink, kind, cell.Glyphs)), .. isCertain ? [] : ReaderDoubts(cell)],
        };
    }

    /// <summary>The same digits with their marks: where these may be read in two ways, the probability is shared.</summary>
    private static IEnumerable<TextCandidate> Parted(double probability, IReadOnlyList<string> texts) => texts is [var likeliest, var other]
        ? [new(likeliest, probability * Separators.ShapeIsRight), new(other, probability * (1 - Separators.ShapeIsRight))]
        : [new(texts[0], probability)];

    private static CellReading Unreadable(NumberInk ink, CellTexts texts) => new()
    {
        Ink = CellInk.Unreadable,
        Text = "",
        InkBox = ink.Characters.Count + ink.Dots.Count > 0 ? ink.ExtentInPoints : null,
        Opinions = [.. OpinionsOf(texts)],
        Doubts = [CellReading.UnusualInk],
    };

    /// <summary>All texts by how much speaks for them; the others share what the first leaves.</summary>
    private static List<TextCandidate> Ranked(CellTexts texts, ReaderCalibration numbers)
    {
        var ranked = texts.All.Select(text => (Text: text, Agreement: Agreement.With(text, texts)))
            .OrderByDescending(candidate => candidate.Agreement.Weight)
            .ThenBy(candidate => candidate.Text, StringComparer.Ordinal)
            .Select(candidate => new TextCandidate(candidate.Text, numbers.Of(candidate.Agreement)))
            .ToList();
        if (ranked.Count < 2)
            return ranked;
        var (left, others) = (1 - ranked[0].Probability, ranked.Skip(1).Sum(candidate => candidate.Probability));
        return [ranked[0], .. ranked.Skip(1).Select(candidate => candidate with { Probability = candidate.Probability * Math.Min(1, left / others) })];
    }

    private static IEnumerable<ReaderOpinion> OpinionsOf(CellTexts texts)
    {
        if (texts.First is { Length: > 0 } first)
            yield return new("row-montage", first, 1);
        if (texts.Model is { IsNumber: true } model)
            yield return new("digit-model", model.Text, model.Confidence);
        if (texts.Second is { Length: > 0 } second)
            yield return new("second-montage", second, 1);
        if (texts.Vote is { } vote)
            yield return new("glyph-vote", vote, 1);
    }

    private static IEnumerable<string> ReaderDoubts(AskedCell cell)
    {
        yield return CellReading.ReadersDisagree;
        if (cell.Texts.All.Any(text => text.Length != cell.Glyphs.Count))
            yield return "segments-differ";
        if (cell.Ink.White - cell.Ink.Black < 45)
            yield return "low-contrast";
    }
}
