using System.Text.Json;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Check;

/// <summary>
/// P(right) of a scanned field by its grounds: a logistic model in which every ground can only lower the probability. Fitted by
/// <c>./govreport train calibration</c>.
/// </summary>
public sealed record ScanTrust
{
    /// <summary>Of a field whose grounds the fit has hardly seen.</summary>
    public const decimal Unjudged = 0.9m;

    /// <summary>Stands for all grounds that the fit saw in too few scans to weigh each by itself, and for those it did not see.</summary>
    public const string RarelySeen = "rarely-seen";

    /// <summary>Doubts about the ink itself: all readers may agree on what is left of a number.</summary>
    private static readonly HashSet<string> OfInk = ["touches-rule", CellReading.UnusualInk, "sign-unconfirmed", "point-or-comma"];

    /// <summary>Doubts of readers, who hardly err together where jointly they are this sure.</summary>
    private static readonly HashSet<string> OfReaders = [CellReading.ReadersDisagree, GroundsOfField.ReadersDiffer, "segments-differ", "low-contrast"];

    /// <summary>A scanned field with a lower probability is open for review.</summary>
    public required decimal OpenBelow { get; init; }

    /// <summary>Log odds of a field against which nothing speaks, by what was read.</summary>
    public required IReadOnlyDictionary<string, decimal> Kinds { get; init; }

    /// <summary>What each ground takes from the log odds; at least 0.</summary>
    public required IReadOnlyDictionary<string, decimal> Against { get; init; }

    /// <summary>Null where nothing like the kind or a ground was seen often enough to be judged: then a person must look.</summary>
    public decimal? Of(FieldGrounds grounds)
    {
        ArgumentNullException.ThrowIfNull(grounds);
        if (!Kinds.TryGetValue(grounds.Kind, out var odds))
            return null;
        foreach (var code in Weighed(grounds.Against, Against.ContainsKey))
            if (Against.TryGetValue(code, out var weight))
                odds -= weight;
            else
                return null;
        return (decimal)(1 / (1 + Math.Exp((double)-odds)));
    }

    /// <summary>A doubt about the picture of a cell or its readers, not about its place.</summary>
    public static bool IsOfCell(string ground) => OfInk.Contains(ground) || OfReaders.Contains(ground);

    /// <summary>
    /// A person is asked whatever the probability: the ink is doubtful, or the readers are, and no two sums bear the reading out. One sum
    /// may hide two errors, and no sum tells a 0 from a dash.
    /// </summary>
    public static bool IsUnsettled(FieldGrounds grounds)
    {
        ArgumentNullException.ThrowIfNull(grounds);
        return grounds.Kind != "confirmed"
            && (grounds.Against.Any(OfInk.Contains) || (grounds.Against.Contains(GroundsOfField.Unsure) && grounds.Against.Any(OfReaders.Contains)));
    }

    /// <summary>The grounds as the fit weighs them: all rare ones together count once.</summary>
    public static IEnumerable<string> Weighed(IEnumerable<string> against, Func<string, bool> isJudged) =>
        against.Select(code => isJudged(code) ? code : RarelySeen).Distinct(StringComparer.Ordinal);

    /// <exception cref="FormatException">A ground would raise the probability.</exception>
    internal static ScanTrust Read(JsonElement json)
    {
        var against = Numbers(json.GetProperty("against"));
        if (against.FirstOrDefault(entry => entry.Value < 0) is { Key: { } code })
            throw new FormatException($"ground {code} has a weight below 0");
        return new() { OpenBelow = json.GetProperty("openBelow").GetDecimal(), Kinds = Numbers(json.GetProperty("kinds")), Against = against };
    }

    private static Dictionary<string, decimal> Numbers(JsonElement json) =>
        json.EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetDecimal(), StringComparer.Ordinal);
}
