namespace GovReportIngest.Core.Overlay;

/// <summary>A page with its overlay; <see cref="Png"/> is null where the page could not be drawn.</summary>
public sealed record PagePicture(int SourcePage, byte[]? Png);
