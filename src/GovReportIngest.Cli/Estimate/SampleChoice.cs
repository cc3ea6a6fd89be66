using System.Numerics;
using GovReportIngest.Core.Collect;

namespace GovReportIngest.Cli.Estimate;

/// <summary>
/// Chooses the documents that stand for a collection: stratified by kind and size, in each stratum evenly spaced from small to
/// large (Cochran, Sampling Techniques, 1977, chapters 5 and 8). The same collection gives the same choice.
/// </summary>
internal static class SampleChoice
{
    private const int FewestPerStratum = 3;

    private static readonly string[] Texts = [".txt", ".md", ".markdown", ".text"];

    /// <summary>By kind, then size; a stratum's largest document is at most four times its smallest.</summary>
    public static IReadOnlyList<Stratum> Stratify(IEnumerable<SizedEntry> documents) =>
    [
        .. documents
            .GroupBy(document => (Kind: KindOf(document.Entry), Size: BitOperations.Log2((ulong)document.Bytes) / 2))
            .OrderBy(stratum => stratum.Key.Kind, StringComparer.Ordinal).ThenBy(stratum => stratum.Key.Size)
            .Select(stratum => new Stratum(stratum.Key.Kind,
                [.. stratum.OrderBy(document => document.Bytes).ThenBy(document => document.Entry.Path, StringComparer.Ordinal)])),
    ];

    /// <summary>
    /// Pairs of stratum and document, a document of every stratum in turn, so that a run that stops early has seen them all.
    /// Strata share <paramref name="most"/> by their bytes, which go with the costs; each has three at least.
    /// </summary>
    public static IReadOnlyList<(int Stratum, SizedEntry Document)> Choose(IReadOnlyList<Stratum> strata, int most)
    {
        var bytes = Math.Max(1, strata.Sum(stratum => stratum.Bytes));
        return
        [
            .. strata.SelectMany((stratum, index) =>
                {
                    var share = (int)(most * (decimal)stratum.Bytes / bytes);
                    return Spread(stratum.Documents, Math.Max(FewestPerStratum, share)).Select((document, turn) => (Turn: turn, Stratum: index, document));
                })
                .OrderBy(chosen => chosen.Turn).ThenBy(chosen => chosen.Stratum)
                .Select(chosen => (chosen.Stratum, chosen.document)),
        ];
    }

    /// <summary>Evenly spaced, an odd number, the middle one first: it stands for its stratum best if it stays alone.</summary>
    private static IEnumerable<SizedEntry> Spread(IReadOnlyList<SizedEntry> documents, int wanted)
    {
        var count = Math.Min(wanted | 1, documents.Count);
        var chosen = Enumerable.Range(0, count).Select(i => documents[(2 * i + 1) * documents.Count / (2 * count)]).ToList();
        var middle = count / 2;
        return chosen.Select((document, i) => (document, Distance: Math.Abs(i - middle))).OrderBy(one => one.Distance).Select(one => one.document);
    }

    private static string KindOf(SourceEntry entry)
    {
        var ending = entry.Files.Count == 0 ? "" : Path.GetExtension(entry.Files[0]).ToLowerInvariant();
        return ending == ".pdf" ? "pdf"
            : SourceCollector.IsPageImage(ending) ? "images"
            : Texts.Contains(ending) ? "text"
            : "other";
    }
}
