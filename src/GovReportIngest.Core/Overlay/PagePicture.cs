namespace GovReportIngest.Core.Overlay;

/// <summary>A page with the overlay of one of the document's reports; <see cref="Png"/> is null where the page could not be drawn.</summary>
public sealed record PagePicture(int Part, int SourcePage, byte[]? Png);
