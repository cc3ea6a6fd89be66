namespace GovReportIngest.Jobs.Listing;

/// <summary>What a server answered.</summary>
/// <param name="Url">After all redirects.</param>
/// <param name="MediaType">In lower case, without parameters; empty where the server does not say it.</param>
/// <param name="Validators">To ask for it again only if it has changed.</param>
internal sealed record FetchedFile(Uri Url, string MediaType, FetchValidators Validators)
{
    private static readonly string[] PageEndings = [".html", ".htm", ".shtml", ".xhtml"];

    public bool IsPage => MediaType is "text/html" or "application/xhtml+xml"
        || (MediaType.Length == 0 && PageEndings.Contains(Path.GetExtension(Url.AbsolutePath).ToLowerInvariant()));
}

/// <summary>ETag and Last-Modified (RFC 9110, chapter 8.8), as the server wrote them; null where it did not.</summary>
public sealed record FetchValidators(string? ETag, string? LastModified)
{
    public static FetchValidators None { get; } = new(null, null);

    public bool AreThere => ETag is not null || LastModified is not null;
}
