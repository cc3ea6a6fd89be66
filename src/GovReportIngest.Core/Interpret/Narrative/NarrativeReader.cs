using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Interpret.Narrative;

/// <summary>
/// Finds what running text says about figures of the tables. A sentence about another year, about years together or a part of one,
/// and a clause about a part of the whole say nothing about the field.
/// </summary>
internal static partial class NarrativeReader
{
    private const string Gap = @"[^\d。；;！？!?,，:：]{0,24}?";
    private const string Number = @"(?<n>\d{1,3}(?:,\d{3})+|\d{1,9})(?:余|多)?(?:件|条|宗|份|次|项|起|个|例)";

    /// <summary>More than reports say of their figures.</summary>
    private const int MostNumbers = 60;

    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(StringComparer.Ordinal);

    /// <summary>Numbers of scanned sentences that may speak of figures: they are read again before <see cref="Read"/>.</summary>
    /// <param name="lines">Outside of tables.</param>
    /// <param name="scanned">Pages read by OCR.</param>
    public static IReadOnlyList<CellToRead> NumbersToRead(FormDefinition form, IEnumerable<Block.OfLine> lines, IReadOnlySet<int> scanned)
    {
        if (form.Narrative.Count == 0 || scanned.Count == 0)
            return [];
        var text = NarrativeText.Of(lines);
        var sentences = new ScannedSentences(text, scanned);
        return [.. form.Narrative.SelectMany(rule => rule.Says.Concat(rule.Denies)).SelectMany(phrase => PatternOf(phrase).Matches(text.Text))
            .SelectMany(match => sentences.Numbers(text.StartOfSentence(match.Index), match.Index + match.Length))
            .DistinctBy(cell => cell.Path).Take(MostNumbers)];
    }

    /// <param name="lines">Outside of tables.</param>
    /// <param name="year">Of the report; null where it is not known.</param>
    /// <param name="scanned">Pages read by OCR.</param>
    /// <param name="readings">Of <see cref="NumbersToRead"/>.</param>
    public static IReadOnlyList<NarrativeStatement> Read(
        FormDefinition form, IEnumerable<Block.OfLine> lines, int? year, IReadOnlySet<int> scanned, IReadOnlyDictionary<string, CellReading> readings)
    {
        if (form.Narrative.Count == 0)
            return [];
        var text = NarrativeText.Of(lines);
        var sentences = new ScannedSentences(text, scanned);
        return [.. form.Narrative.SelectMany(rule => Read(rule, text, year).Select(found => new NarrativeStatement(rule, found.Amount, text.Locate(found.Match.Index, found.Match.Length))
        {
            IsCertain = sentences.IsCertain(text.StartOfSentence(found.Match.Index), found.Match, string.Concat(rule.Says) + found.Phrase, readings),
        }))];
    }

    private static IEnumerable<(decimal Amount, Match Match, string Phrase)> Read(NarrativeRule rule, NarrativeText text, int? year)
    {
        foreach (var phrase in rule.Denies)
            foreach (Match match in PatternOf(phrase).Matches(text.Text))
                if (Speaks(rule, text, match, year))
                    yield return (0, match, phrase);
        foreach (var phrase in rule.Says)
            foreach (Match match in PatternOf(phrase).Matches(text.Text))
                if (!IsDenied(text.Text, match.Index) && Speaks(rule, text, match, year))
                    yield return (decimal.Parse(match.Groups["n"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture), match, phrase);
    }

    private static bool IsDenied(string text, int index) => index > 0 && text[index - 1] is '未' or '没' or '无' or '不';

    private static bool Speaks(NarrativeRule rule, NarrativeText text, Match match, int? year)
    {
        var end = match.Index + match.Length;
        var sentence = text.Text[text.StartOfSentence(match.Index)..end];
        var clause = text.Text[text.StartOfClause(match.Index)..end];
        return !OtherTime().IsMatch(sentence)
            && Year().Matches(sentence).All(found => found.Groups["year"].Value == year?.ToString(CultureInfo.InvariantCulture))
            && !rule.Except.Any(word => clause.Contains(word, StringComparison.Ordinal));
    }

    private static Regex PatternOf(string phrase) => Patterns.GetOrAdd(phrase, static phrase => new(
        string.Concat(phrase.Select(character => character switch { '…' => Gap, '#' => Number, _ => Regex.Escape(character.ToString()) })),
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture));

    [GeneratedRegex("上年|上一年|去年|往年|历年|累计|以来|季度|月份|截至|同比|年均|余[件条]|多[件条]")]
    private static partial Regex OtherTime();

    [GeneratedRegex(@"(?<!\d)(?<year>(?:19|20)\d{2})(?=年|-|—|至)", RegexOptions.ExplicitCapture)]
    private static partial Regex Year();
}
