using GovReportIngest.Core.Check;
using GovReportIngest.Core.Interpret.Forms;

namespace GovReportIngest.Core.Series;

/// <summary>A concept over the years of one agency, and what is to be known before it is compared.</summary>
public sealed record AgencySeries
{
    public required string Agency { get; init; }

    /// <summary>By year; several of one year where there are several reports of it.</summary>
    public required IReadOnlyList<SeriesPoint> Points { get; init; }

    /// <summary>Years between the first and the last of which there is no report.</summary>
    public required IReadOnlyList<int> Gaps { get; init; }

    /// <summary>Years whose report is on another form than the one before it: figures may mean something else from here on.</summary>
    public required IReadOnlyList<int> Breaks { get; init; }

    /// <summary>Years of which reports say different values; one that says none contradicts nobody.</summary>
    public required IReadOnlyList<int> Clashes { get; init; }

    /// <summary>Values outside the usual range that the other years on their form give.</summary>
    public required IReadOnlyList<SeriesOutlier> Outliers { get; init; }

    /// <summary>Where nothing can be said of outliers.</summary>
    public required IReadOnlyList<ShortStretch> TooShort { get; init; }

    /// <summary>What the forms demand of two years that follow each other, such as that what is carried over is what was carried forward.</summary>
    public required YearChecks Continuity { get; init; }

    /// <param name="agency">Whose reports they are.</param>
    /// <param name="reports">All of it; those whose form does not print the concept show no point.</param>
    /// <param name="concept">What is followed.</param>
    /// <param name="forms">Have the demands.</param>
    public static AgencySeries Of(string agency, IReadOnlyList<YearReport> reports, Concept concept, FormLibrary forms)
    {
        SeriesPoint[] points = [.. reports.Where(report => concept.Forms.ContainsKey(report.FormId)).Select(report => new SeriesPoint(report.Name, report.Year, report.FormId, concept.Forms[report.FormId].Read(report.Fields)))
            .OrderBy(point => point.Year).ThenBy(point => point.Form, StringComparer.Ordinal).ThenBy(point => point.Report, StringComparer.Ordinal)];
        var years = points.GroupBy(point => point.Year).ToList();
        return new()
        {
            Agency = agency,
            Points = points,
            Gaps = years.Count == 0 ? [] : [.. Enumerable.Range(years[0].Key, years[^1].Key - years[0].Key).Except(years.Select(year => year.Key))],
            Breaks = [.. years.Zip(years.Skip(1)).Where(pair => FormsOf(pair.First) != FormsOf(pair.Second)).Select(pair => pair.Second.Key)],
            Clashes = [.. years.Where(year => year.Select(point => point.Value).OfType<decimal>().Distinct().Count() > 1).Select(year => year.Key)],
            Outliers = [.. points.Where(point => point.Value is not null).Select(point => OutlierOf(point, points)).OfType<SeriesOutlier>()],
            TooShort = [.. points.Where(point => point.Value is not null).GroupBy(point => point.Form).Select(form => new ShortStretch(form.Key, form.DistinctBy(point => point.Year).Count()))
                .Where(stretch => stretch.Years <= UsualRange.LeastOthers)],
            Continuity = YearChecks.Of(reports, forms),
        };
    }

    private static string FormsOf(IEnumerable<SeriesPoint> year) => string.Join(' ', year.Select(point => point.Form).Distinct());

    /// <summary>Null where its value is usual, or too few others are known to say so.</summary>
    private static SeriesOutlier? OutlierOf(SeriesPoint point, IReadOnlyList<SeriesPoint> points)
    {
        SeriesPoint[] others = [.. points.Where(other => other.Form == point.Form && other.Year != point.Year && other.Value is not null)];
        if (others.DistinctBy(other => other.Year).Count() < UsualRange.LeastOthers)
            return null;
        var usual = UsualRange.Of([.. others.Select(other => other.Value!.Value)]);
        return usual.Has(point.Value!.Value) ? null : new(point, others, usual.From, usual.To);
    }
}
