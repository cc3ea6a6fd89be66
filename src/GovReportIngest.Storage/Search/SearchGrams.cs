using System.Text;
using GovReportIngest.Core.Document;

namespace GovReportIngest.Storage.Search;

/// <summary>
/// A term of the index: two neighbouring Han characters, or a word of letters or digits. Chinese has no spaces between words, and many words
/// have two characters, so pairs find every word without a dictionary.
/// </summary>
/// <param name="Text">Folded: one width, lower case.</param>
/// <param name="IsPrefix">Of a question: whether terms count that only begin so.</param>
public readonly record struct SearchGram(string Text, bool IsPrefix);

/// <summary>Cuts texts into terms.</summary>
internal static class SearchGrams
{
    /// <summary>Widths and cases that mean the same, as one; of the same length.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, (folded, source) =>
    {
        for (var index = 0; index < folded.Length; index++)
            folded[index] = char.ToLowerInvariant(WideCharacter.Narrow(source[index]));
    });

    /// <summary>Of a text, every term once. The last character of a run stands for itself too, so that a single character is found wherever it is.</summary>
    /// <param name="folded">See <see cref="Fold"/>.</param>
    public static IReadOnlySet<string> OfText(string folded)
    {
        var grams = new HashSet<string>(StringComparer.Ordinal);
        foreach (var run in Runs(folded))
            if (IsHan(run[0]))
            {
                for (var index = 0; index + 1 < run.Count; index++)
                    grams.Add(run[index] + run[index + 1]);
                grams.Add(run[^1]);
            }
            else
            {
                grams.Add(string.Concat(run));
            }

        return grams;
    }

    /// <summary>What a text must have to contain this: necessary, not sufficient.</summary>
    /// <param name="folded">See <see cref="Fold"/>.</param>
    public static IReadOnlyList<SearchGram> OfQuestion(string folded) => [.. Runs(folded).SelectMany(run => !IsHan(run[0]) ? [new(string.Concat(run), true)]
        : run.Count == 1 ? [new(run[0], true)] : run.Zip(run.Skip(1), (first, second) => new SearchGram(first + second, false))).Distinct()];

    /// <summary>Neighbouring characters of one kind; all else parts them.</summary>
    private static IEnumerable<IReadOnlyList<string>> Runs(string text)
    {
        var run = new List<string>();
        foreach (var rune in text.EnumerateRunes())
        {
            var character = rune.ToString();
            if (run.Count > 0 && (!Rune.IsLetterOrDigit(rune) || IsHan(run[^1]) != IsHan(character)))
            {
                yield return run;
                run = [];
            }

            if (Rune.IsLetterOrDigit(rune))
                run.Add(character);
        }

        if (run.Count > 0)
            yield return run;
    }

    private static bool IsHan(string character) => Rune.GetRuneAt(character, 0).Value is (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}
