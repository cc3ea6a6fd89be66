using System.Text.RegularExpressions;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Interpret.Labels;
using GovReportIngest.Core.Layout.Lines;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Interpret.Narrative;

/// <summary>
/// What is certain of scanned sentences. The engine for running text misreads a figure now and then, so that the numbers of a
/// sentence are read again like those of cells; and a word misread can turn what a sentence is about, so that only ordinary words
/// may stand in it.
/// </summary>
/// <param name="text">The running text.</param>
/// <param name="scanned">Pages read by OCR.</param>
internal sealed partial class ScannedSentences(NarrativeText text, IReadOnlySet<int> scanned)
{
    /// <summary>The engine's confidence in its least certain word.</summary>
    private const double LeastConfidence = 60;

    /// <summary>Characters that may stand in the gaps of a phrase without changing what it says.</summary>
    private const string Ordinary = "政府信息公开依本年度的各类有效新共计合总量数为件条宗份次项起个例";

    /// <summary>Marks that may stand in a sentence; any other may be a misread digit.</summary>
    private const string Marks = "，、；：。（）《》“”,;:()%.";

    /// <summary>Paper around the number, points: digits of running text stand close to their neighbours.</summary>
    private const double Across = 0.8;
    private const double Down = 3;

    /// <summary>Numbers are read together by lines of about this height, points.</summary>
    private const double LineHeight = 12;

    /// <summary>The numbers to read again for a statement, from the start of its sentence to its end; none where it is not scanned.</summary>
    public IEnumerable<CellToRead> Numbers(int start, int end) => NumbersIn(start, end).Select(number => number.Place).OfType<NumberPlace>()
        .Select(place => new CellToRead(place.Path, place.Page, new(place.Box, CellKind.Integer, (int)(place.Box.CentreY / LineHeight))));

    /// <param name="start">Of the sentence.</param>
    /// <param name="match">What the phrase matched.</param>
    /// <param name="phrases">All that the phrase of the match, and others that say the same, are made of.</param>
    /// <param name="readings">The numbers as they were read again.</param>
    public bool IsCertain(int start, Match match, string phrases, IReadOnlyDictionary<string, CellReading> readings)
    {
        var end = match.Index + match.Length;
        if (!text.Parts(start, end - start).Any(part => scanned.Contains(part.Line.Page)))
            return true;
        return match.Value.All(character => !HanSpacing.IsHan(character) || phrases.Contains(character, StringComparison.Ordinal) || Ordinary.Contains(character, StringComparison.Ordinal))
            && text.Parts(start, end - start).All(part => part.Line is LayoutLine.OfPage line && line.ConfidenceOf(part.Start, part.Length) >= LeastConfidence)
            && text.Text[start..end].All(character => HanSpacing.IsHan(character) || char.IsAsciiDigit(character) || Marks.Contains(character, StringComparison.Ordinal))
            && !BrokenYear().IsMatch(text.Text[start..end])
            && NumbersIn(start, end).All(number => number.Place is { } place && readings.TryGetValue(place.Path, out var reading) && IsConfirmed(number.Text, reading));
    }

    /// <summary>
    /// Few numbers of running text are alike, so that readers who agree may be too few to be sure alone: the engine that read the
    /// sentence is one more. Any doubt about the ink itself counts.
    /// </summary>
    private static bool IsConfirmed(string number, CellReading reading) => reading is { Ink: CellInk.Printed, Opinions.Count: > 1 }
        && reading.Doubts.All(doubt => doubt == CellReading.ReadersDisagree)
        && reading.Opinions.All(opinion => opinion.Text == reading.Opinions[0].Text) && Digits(reading.Text) == Digits(number);

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private IEnumerable<(string Text, NumberPlace? Place)> NumbersIn(int start, int end)
    {
        foreach (Match number in Number().Matches(text.Text[start..end]))
            yield return (number.Value, PlaceOf(start + number.Index, number.Length));
    }

    /// <summary>Null for a number that two lines share, and outside of scanned pages.</summary>
    private NumberPlace? PlaceOf(int index, int length) =>
        text.Parts(index, length).ToList() is [(LayoutLine.OfPage line, var start, var count)] && scanned.Contains(line.Page) && line.BoxOf(start, count) is var box
            ? new NumberPlace(line.Page, new(box.X - Across, box.Y - Down, box.Width + 2 * Across, box.Height + 2 * Down)) : null;

    /// <summary>A year of which a digit was lost would not be known as another one.</summary>
    [GeneratedRegex(@"^年|(?<!\d)(?!(?:19|20)\d{2}年)\d+年")]
    private static partial Regex BrokenYear();

    [GeneratedRegex(@"\d+(?:,\d{3})*")]
    private static partial Regex Number();

    private readonly record struct NumberPlace(int Page, Box Box)
    {
        public string Path => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"text {Page} {Box.X:0.0} {Box.Y:0.0}");
    }
}
