using GovReportIngest.Core.Export;
using GovReportIngest.Core.Review;
using GovReportIngest.Core.Speech;
using GovReportIngest.Server.Speech;

namespace GovReportIngest.Server.Api;

/// <summary>What people call a field: the labels of its row and column.</summary>
internal sealed class FieldLabels
{
    private readonly Dictionary<string, (string Row, string Column)> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> titles = new(StringComparer.Ordinal);
    private readonly Tongue tongue;

    public FieldLabels(IReadOnlyList<FormSheet> sheets, Tongue tongue)
    {
        this.tongue = tongue;
        foreach (var sheet in sheets)
            titles[Decision.StructurePrefix + sheet.Key] = titles[Decision.AbsentPrefix + sheet.Key] = sheet.Title;
        foreach (var (path, label) in sheets.SelectMany(FormLabels.Of))
            places.TryAdd(path, (label.Row.LastOrDefault(""), label.Column.LastOrDefault("")));
    }

    /// <param name="path">Of the field; or the subject of a decision about a table, or about how the document is read.</param>
    public string Of(string path) => path.StartsWith(Decision.ReadingPrefix, StringComparison.Ordinal) ? tongue["how it is read", "识别方式"]
        : titles.TryGetValue(path, out var title) ? title : places.TryGetValue(path, out var place)
        ? place.Row.Length == 0 ? place.Column : place.Column.Length == 0 ? place.Row : $"{place.Row} · {place.Column}" : FactWords.Of(path, tongue);

    /// <summary>As short as it can be said among fields of one row, or of one column.</summary>
    public string Of(string path, IEnumerable<string> among)
    {
        if (!places.TryGetValue(path, out var place))
            return Of(path);
        var others = among.Where(places.ContainsKey).Select(other => places[other]).ToList();
        return others.All(other => other.Row == place.Row) && others.Count > 1 ? place.Column : others.All(other => other.Column == place.Column) && others.Count > 1 ? place.Row : Of(path);
    }
}
