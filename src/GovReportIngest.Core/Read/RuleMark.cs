namespace GovReportIngest.Core.Read;

/// <summary>A line that a person drew along a rule of a table; source page, points, as level or upright as a hand draws.</summary>
/// <param name="IsDrawn">There is a rule that was not seen; else what was seen there is none.</param>
public sealed record RuleMark(bool IsDrawn, double FromX, double FromY, double ToX, double ToY);
