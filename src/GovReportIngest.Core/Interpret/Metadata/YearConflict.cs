using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Core.Interpret.Metadata;

/// <summary>Whether the text gives another year as the report's own than the title does.</summary>
internal static class YearConflict
{
    public static FieldReading Check(FieldReading year, ReportText text, IReadOnlyList<StatedPeriod> periods, IReadOnlyList<RepeatedTitle> repeats)
    {
        if (year.Value is not FieldValue.Number(var amount))
            return year;
        var own = (int)amount;
        var others = Others(own, text, periods, repeats).ToList();
        // One digit of one place of a scan may be misread, and nothing checks it, where the rest of the text confirms the title.
        if (text.IsScanned && year.Doubts.Count == 0 && others.Count < 2)
            return year;
        return TitleConflict.Open(year, [.. others.Select(other => ((FieldValue)new FieldValue.Number(other.Year), other.Places))]);
    }

    private static IEnumerable<(int Year, IReadOnlyList<Evidence> Places)> Others(
        int own, ReportText text, IReadOnlyList<StatedPeriod> periods, IReadOnlyList<RepeatedTitle> repeats)
    {
        foreach (var period in periods.Where(period => !period.MayBeOf(own)))
            yield return (period.First.Year == own ? period.Last.Year : period.First.Year, text.Locate(period.Index, period.Length));
        var namesOwn = StatedYears.Mentions(text, own);
        foreach (var stated in StatedYears.Find(text).Where(stated => stated.Year != own && (stated.IsPlain || !namesOwn)))
            yield return (stated.Year, text.Locate(stated.Index, stated.Length));
        foreach (var repeat in repeats)
            if (repeat.Names.Year is { } other && other != own)
                yield return ((int)other, [repeat.Place]);
    }
}
