using System.Text.RegularExpressions;
using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Core.Interpret.Metadata;

/// <summary>The field <c>report.period</c>; reports need not state it.</summary>
internal static class PeriodField
{
    public static FieldReading Of(ReportText text, IReadOnlyList<StatedPeriod> periods, FieldReading year)
    {
        if (periods.Count == 0)
            return Absent(text, isBeginningSeen: year.State is FieldState.Printed);
        var period = periods[0];
        var others = periods.Where(other => other.Interval != period.Interval).Select(other => other.Interval).Distinct().ToList();
        return new()
        {
            Path = ReportPaths.Period,
            State = FieldState.Printed,
            Class = ReadingClass.Narrative,
            Printed = text.Verbatim(period.Index, period.Length),
            Value = new FieldValue.Words(period.Interval),
            Evidence = text.Locate(period.Index, period.Length),
            Alternatives = [.. others.Select(other => new FieldCandidate(new FieldValue.Words(other), 0.5m / others.Count))],
            Doubts = [.. Doubts(text, period, others.Count > 0, year)],
        };
    }

    private static IEnumerable<string> Doubts(ReportText text, StatedPeriod period, bool hasOthers, FieldReading year)
    {
        if (hasOthers || period.Last < period.First)
            yield return "period-unclear";
        // The year stands in the title, too; nothing else that a scan may have misread is checked.
        if (text.IsScanned && !(period.IsWholeYear && year.Doubts.Count == 0 && year.Value == new FieldValue.Number(period.First.Year)))
            yield return "low-confidence";
    }

    /// <param name="isBeginningSeen">Where not even the title was found, what stands below it may not have been read either.</param>
    private static FieldReading Absent(ReportText text, bool isBeginningSeen)
    {
        Capture? place = PeriodReader.FindUnclear(text) ?? (text.IsScanned ? PeriodReader.FindTrace(text) : null);
        return place is null
            ? new() { Path = ReportPaths.Period, State = FieldState.Missing, Class = ReadingClass.Narrative, Doubts = isBeginningSeen ? [] : ["not-found"] }
            : new() { Path = ReportPaths.Period, State = FieldState.Unreadable, Class = ReadingClass.Narrative, Evidence = text.Locate(place), Doubts = ["period-unclear"] };
    }
}
