using System.Text.Json;

namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>How often a text was right on drawn cells of faces that the model never saw.</summary>
internal readonly record struct AgreementCount(long Right, long Cells)
{
    /// <summary>Never 0 or 1.</summary>
    public double Rate => (Right + 1.0) / (Cells + 2);
}

/// <summary>
/// P(right) of a text by how far the readers agree with it. Monotone: more agreement is never less likely right, so that an
/// agreement may lean on the weaker ones that were measured oftener.
/// </summary>
internal sealed class ReaderCalibration(IReadOnlyDictionary<Agreement, AgreementCount> counts)
{
    private const double Unmeasured = 0.2;

    /// <summary>Nothing was measured.</summary>
    public static ReaderCalibration None { get; } = new(new Dictionary<Agreement, AgreementCount>());

    public IReadOnlyDictionary<Agreement, AgreementCount> Counts => counts;

    /// <summary>
    /// The best of the lower bounds that measured agreements give: each is the rate over all from a weaker one up to this.
    /// </summary>
    public double Of(Agreement agreement)
    {
        var weaker = counts.Where(entry => agreement.IsAtLeast(entry.Key)).ToList();
        return weaker.Select(from => Sum(weaker.Where(entry => entry.Key.IsAtLeast(from.Key)).Select(entry => entry.Value)).Rate).DefaultIfEmpty(Unmeasured).Max();
    }

    private static AgreementCount Sum(IEnumerable<AgreementCount> counts) =>
        counts.Aggregate(default(AgreementCount), (sum, count) => new(sum.Right + count.Right, sum.Cells + count.Cells));

    /// <summary>An object of agreements, each with right and all cells.</summary>
    public static ReaderCalibration Read(JsonElement json) => new(json.EnumerateObject().ToDictionary(
        entry => Agreement.Parse(entry.Name),
        entry => new AgreementCount(entry.Value[0].GetInt64(), entry.Value[1].GetInt64())));

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var (agreement, count) in counts.OrderBy(entry => entry.Key.ToString(), StringComparer.Ordinal))
        {
            json.WriteStartArray(agreement.ToString());
            json.WriteNumberValue(count.Right);
            json.WriteNumberValue(count.Cells);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
