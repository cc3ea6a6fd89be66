using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Series;

namespace GovReportIngest.Cli.Series;

/// <param name="Schema">govreport.series/1.</param>
internal sealed record SeriesJson(string Schema, ConceptJson Concept, IReadOnlyList<AgencySeriesJson> Agencies)
{
    public static SeriesJson Of(Concept concept, IEnumerable<AgencySeries> agencies) =>
        new("govreport.series/1", ConceptJson.Of(concept), [.. agencies.Select(AgencySeriesJson.Of)]);
}

/// <param name="Schema">govreport.concepts/1.</param>
internal sealed record ConceptsJson(string Schema, IReadOnlyList<ConceptJson> Concepts)
{
    public static ConceptsJson Of(ConceptCatalogue catalogue) => new("govreport.concepts/1", [.. catalogue.Concepts.Select(ConceptJson.Of)]);
}

/// <param name="Key">As <c>--concept</c> takes it.</param>
/// <param name="Unit">Of its values.</param>
/// <param name="Note">How far forms mean the same.</param>
/// <param name="Forms">For every form that prints it, the formula.</param>
internal sealed record ConceptJson(string Key, string Unit, string Note, IReadOnlyDictionary<string, string> Forms)
{
    public static ConceptJson Of(Concept concept) => new(concept.Key, concept.Unit, concept.EnglishNote,
        concept.Forms.ToDictionary(form => form.Key, form => string.Join(" | ", form.Value.Alternatives.Select(paths => string.Join(" + ", paths)))));
}

/// <param name="Gaps">Years without a report.</param>
/// <param name="Breaks">Years whose report is on another form than the one before it.</param>
/// <param name="Clashes">Years of which reports say different values.</param>
/// <param name="TooShort">Forms of whose years too few values are known to find outliers.</param>
/// <param name="Continuity">What forms demand of two years that follow each other, and does not hold.</param>
internal sealed record AgencySeriesJson(
    string Agency, IReadOnlyList<SeriesPointJson> Points, IReadOnlyList<int> Gaps, IReadOnlyList<int> Breaks, IReadOnlyList<int> Clashes, IReadOnlyList<OutlierJson> Outliers,
    IReadOnlyList<ShortStretch> TooShort, IReadOnlyList<ContinuityJson> Continuity)
{
    public static AgencySeriesJson Of(AgencySeries series) => new(
        series.Agency, [.. series.Points.Select(SeriesPointJson.Of)], series.Gaps, series.Breaks, series.Clashes,
        [.. series.Outliers.Select(outlier => new OutlierJson(outlier.Point.Report, outlier.Point.Year, outlier.Point.Value, [.. outlier.Others.Select(point => point.Report)], outlier.From, outlier.To))],
        series.TooShort,
        [.. series.Continuity.Findings.Select(finding => new ContinuityJson(finding.Check.Id, finding.Report.Name, finding.Previous.Name, finding.Report.Year, finding.Check.Left, finding.Check.Right, finding.IsOpen))]);
}

/// <param name="Report">Its id.</param>
/// <param name="Value">Null where it is not known.</param>
/// <param name="Open">It waits for review.</param>
/// <param name="AssumedZero">Fields that are blank, and count as 0.</param>
internal sealed record SeriesPointJson(string Report, int Year, string Form, decimal? Value, bool Open, IReadOnlyList<string> AssumedZero, IReadOnlyList<SeriesFieldJson> Fields)
{
    public static SeriesPointJson Of(SeriesPoint point) => new(
        point.Report, point.Year, point.Form, point.Value, point.Reading.IsOpen, point.Reading.AssumedZero, [.. point.Reading.Fields.Select(field => SeriesFieldJson.Of(field.Key, field.Value))]);
}

/// <param name="Page">Of the source; null where it has none.</param>
/// <param name="Box">In points of the page: left, top, width, height.</param>
internal sealed record SeriesFieldJson(string Path, string State, string? Printed, int? Page, IReadOnlyList<double>? Box)
{
    public static SeriesFieldJson Of(string path, RecordField field) => field.Evidence.OfType<Evidence.OnPage>().FirstOrDefault() is { } place
        ? new(path, Codes.Of(field.State), field.Printed, place.Page, [place.Box.X, place.Box.Y, place.Box.Width, place.Box.Height])
        : new(path, Codes.Of(field.State), field.Printed, null, null);
}

/// <param name="Beside">Reports of the other years on the same form, which it was compared with.</param>
/// <param name="From">The least value that would be usual beside them.</param>
/// <param name="To">The greatest.</param>
internal sealed record OutlierJson(string Report, int Year, decimal? Value, IReadOnlyList<string> Beside, decimal From, decimal To);

internal sealed record ContinuityJson(string Check, string Report, string Previous, int Year, decimal? Left, decimal? Right, bool Open);
