using GovReportIngest.Core.Collect;

namespace GovReportIngest.Jobs.Listing;

/// <summary>A report as it was fetched.</summary>
/// <param name="Page">What the server said of it.</param>
/// <param name="Files">The page or file, and the parts that belong to it.</param>
/// <param name="Documents">To which the page leads, where they are too many to be its parts.</param>
/// <param name="Lost">Parts that could not be had, and why.</param>
internal sealed record FetchedPage(FetchedFile Page, IReadOnlyList<string> Files, IReadOnlyList<Uri> Documents, IReadOnlyList<(string Url, string Reason)> Lost);

/// <summary>Fetches reports: a file as it is, a page with the documents it leads to and the pictures it shows, as a browser saves it.</summary>
internal sealed class PageFiles(WatchedListing watched, WebFetcher fetcher)
{
    /// <summary>A page that leads to more is a list of them (as <see cref="SavedPages"/> has it).</summary>
    private const int MostDocuments = 3;

    private const int MostPictures = 20;

    private const string PartsFolder = "page_files";

    /// <summary>Pictures of earlier pages: those that come again are the site's.</summary>
    private readonly Dictionary<Uri, Uri> pictures = [];

    /// <param name="url">Of the report.</param>
    /// <param name="known">What it was before.</param>
    /// <param name="folder">Empty.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Null where it has not changed.</returns>
    /// <exception cref="FetchRefusedException">It may not be asked for, or is not there.</exception>
    /// <exception cref="FetchFailedException">It, or a part of it, cannot be had now.</exception>
    public async Task<FetchedPage?> FetchAsync(Uri url, FetchValidators known, string folder, CancellationToken cancellation)
    {
        var file = Path.Combine(folder, "bytes");
        if (await fetcher.FetchAsync(url, known, file, watched.MostBytes, cancellation) is not { } fetched)
            return null;
        var name = Path.Combine(folder, Path.GetFileName(UrlPaths.Of(watched.Name, fetched.Url, fetched.MediaType)));
        File.Move(file, name);
        return fetched.IsPage ? await SaveAsync(fetched, name, cancellation) : new(fetched, [name], [], []);
    }

    private async Task<FetchedPage> SaveAsync(FetchedFile fetched, string page, CancellationToken cancellation)
    {
        var text = new PageText(await File.ReadAllBytesAsync(page, cancellation), fetched.Url);
        var documents = text.Links.Select(link => link.Url).Where(url => SavedPages.IsDocument(url.AbsolutePath) && url != fetched.Url && watched.Knows(url)).Distinct().ToList();
        var shown = text.Pictures.Where(picture => watched.Knows(picture) && SourceCollector.IsPageImage(picture.AbsolutePath) && IsOwn(picture, fetched.Url)).Distinct().Take(MostPictures);
        var parts = documents.Count <= MostDocuments ? documents.Concat(shown) : shown;
        var (names, files, lost) = (new Dictionary<Uri, string>(), new List<string> { page }, new List<(string, string)>());
        foreach (var part in parts)
            try
            {
                var name = $"{PartsFolder}/{UrlPaths.PartOf(files.Count, part)}";
                var target = Path.Combine(Path.GetDirectoryName(page)!, name);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                await fetcher.FetchAsync(part, FetchValidators.None, target, watched.MostBytes, cancellation);
                names[part] = name;
                files.Add(target);
            }
            catch (FetchRefusedException refused)
            {
                lost.Add((part.AbsoluteUri, refused.Message));
            }

        if (names.Count > 0)
            await File.WriteAllBytesAsync(page, text.With(names), cancellation);
        return new(fetched, files, documents.Count > MostDocuments ? documents : [], lost);
    }

    private bool IsOwn(Uri picture, Uri page) => pictures.TryAdd(picture, page) || pictures[picture] == page;
}
