using System.Runtime.CompilerServices;
using GovReportIngest.Core.Check;
using GovReportIngest.Core.Series;
using GovReportIngest.Storage;
using GovReportIngest.Storage.Queries;

namespace GovReportIngest.Exporting;

/// <summary>Series of the agencies of a store, from the reports as reviewers left them.</summary>
/// <param name="store">Has the reports.</param>
/// <param name="concept">What is followed.</param>
public sealed class StoredSeries(ReportStore store, Concept concept)
{
    /// <summary>Agencies by name, one after the other. An agency that the register knows is one under all its names.</summary>
    /// <param name="agency">A part of a name that it has or had, or its whole id; null for all.</param>
    /// <param name="ofAllSources">Also witnesses: else masters alone (docs/agencies.md).</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="StoreException">A record is damaged, or the store cannot be read.</exception>
    public async IAsyncEnumerable<AgencySeries> ReadAsync(string? agency, bool ofAllSources, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var reports = await ChosenReports.FindAsync(store, new ExportChoice.Found(new()), null, cancellation);
        var agencies = reports.Rows.Where(row => row is { Agency: not null, Year: not null, Form: not null } && (ofAllSources || row.MasterId is null || row.MasterId == row.DocumentId))
            .GroupBy(row => row.AgencyId is { } id ? (id, "") : ("", row.Agency!)).Select(rows => (Name: rows.MaxBy(row => row.Year)!.Agency!, Rows: rows.ToList()))
            .Where(found => agency is null || found.Rows.Any(row => row.AgencyId == agency || row.Agency!.Contains(agency, StringComparison.OrdinalIgnoreCase)));
        foreach (var (name, rows) in agencies.OrderBy(found => found.Name, StringComparer.Ordinal))
            if (AgencySeries.Of(name, await ReadAsync(reports, name, rows, cancellation), concept, store.Forms) is { Points.Count: > 0 } series)
                yield return series;
    }

    private static async Task<IReadOnlyList<YearReport>> ReadAsync(ChosenReports reports, string name, IEnumerable<ListedRecord> rows, CancellationToken cancellation)
    {
        var read = new List<YearReport>();
        foreach (var row in rows)
            foreach (var report in await reports.ReadAsync(row, cancellation))
                if (YearReport.Of(report.Id.ToString(), report.Record) is { } known)
                    read.Add(known with { Agency = name });
        return read;
    }
}
