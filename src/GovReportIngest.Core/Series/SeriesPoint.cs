namespace GovReportIngest.Core.Series;

/// <summary>What one report says of a concept.</summary>
/// <param name="Report">Its id.</param>
/// <param name="Year">Of the report.</param>
/// <param name="Form">Id of the form.</param>
/// <param name="Reading">What it says.</param>
public sealed record SeriesPoint(string Report, int Year, string Form, ConceptReading Reading)
{
    public decimal? Value => Reading.Value;
}
