namespace GovReportIngest.Core.Layout.Headings;

/// <summary>A section of the form that a line heads; its title may go on over several lines.</summary>
public sealed record SectionHeading(string Key, int Lines);
