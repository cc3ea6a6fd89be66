using System.Text;
using System.Text.RegularExpressions;

namespace GovReportIngest.Core.Collect;

/// <summary>
/// The files that belong to a saved web page: those of its own folder (<c>NAME_files</c>, <c>NAME.files</c>), and files beside the
/// page that it names. Nothing else is ever opened for a page: no other folder, no linked file, no network.
/// </summary>
public static partial class SavedPages
{
    private const int MostScannedBytes = 16_000_000;

    /// <summary>A page that names more documents than this is a list of them, not a report with its parts.</summary>
    private const int MostDocuments = 3;

    private static readonly string[] Pages = [".html", ".htm", ".shtml", ".xhtml"];
    private static readonly string[] Documents = [".pdf", ".docx", ".doc", ".wps", ".rtf"];
    private static readonly string[] FolderEndings = ["_files", ".files", "_文件", ".assets"];

    public static bool IsPage(string file) => Pages.Contains(Path.GetExtension(file).ToLowerInvariant());

    public static bool IsDocument(string file) => Documents.Contains(Path.GetExtension(file).ToLowerInvariant());

    /// <summary>Whether the folder holds the files of a page that stands beside it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="files">The files beside it.</param>
    internal static bool IsOfPage(string folder, IEnumerable<string> files) => files.Any(file => IsPage(file) && FoldersOf(file).Contains(folder, StringComparer.Ordinal));

    /// <summary>Pictures and documents that belong to the page, in natural order; files that cannot be listed or read belong to none.</summary>
    public static IReadOnlyList<string> PartsOf(string page)
    {
        if (!IsPage(page))
            return [];
        try
        {
            var own = FoldersOf(page).Where(folder => Directory.Exists(folder) && !IsLink(folder)).SelectMany(folder => Directory.EnumerateFiles(folder));
            var named = Named(page);
            var documents = named.Where(IsDocument).ToList();
            return [.. own.Concat(named.Where(file => !IsDocument(file))).Concat(documents.Count <= MostDocuments ? documents : [])
                .Where(file => (SourceCollector.IsPageImage(file) || IsDocument(file)) && !IsLink(file))
                .Distinct(StringComparer.Ordinal).Order(NaturalOrder.Instance)];
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>The path to which a page's address leads, inside of the page's folder; null for every address that leads elsewhere.</summary>
    public static string? Resolve(string page, string address)
    {
        var path = address.Split('?', '#')[0];
        if (path.Contains(':', StringComparison.Ordinal) || path.StartsWith('/') || path.Contains('\\', StringComparison.Ordinal))
            return null;
        var steps = Uri.UnescapeDataString(path).Split('/').Where(step => step is not ("" or ".")).ToList();
        return steps.Count is 0 or > 3 || steps.Exists(step => step == ".." || step.IndexOfAny(['/', '\\', '\0']) >= 0)
            ? null : Path.Combine([Path.GetDirectoryName(page)!, .. steps]);
    }

    private static IEnumerable<string> FoldersOf(string page) =>
        FolderEndings.Select(ending => Path.Combine(Path.GetDirectoryName(page)!, Path.GetFileNameWithoutExtension(page) + ending));

    /// <summary>Existing files beside the page that its markup names. The markup is searched, not parsed: that is a worker's work.</summary>
    private static List<string> Named(string page)
    {
        if (new FileInfo(page).Length is 0 or > MostScannedBytes)
            return [];
        var bytes = File.ReadAllBytes(page);
        // Names may be in the page's own encoding.
        string[] texts = [Encoding.UTF8.GetString(bytes), CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetString(bytes)];
        return [.. texts.SelectMany(text => Address().Matches(text)).Select(match => Resolve(page, System.Net.WebUtility.HtmlDecode(match.Groups["address"].Value.Trim())))
            .OfType<string>().Where(file => Path.GetDirectoryName(file) == Path.GetDirectoryName(page) && file != page && File.Exists(file))
            .Distinct(StringComparer.Ordinal)];
    }

    private static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;

    [GeneratedRegex("""\b(?:src|href)\s*=\s*(?:"(?<address>[^"<>]{1,300})"|'(?<address>[^'<>]{1,300})'|(?<address>[^\s"'<>]{1,300}))""", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
