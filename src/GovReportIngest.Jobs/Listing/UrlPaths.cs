using System.Security.Cryptography;
using System.Text;
using GovReportIngest.Jobs.Intake;

namespace GovReportIngest.Jobs.Listing;

/// <summary>Names for what was fetched, from addresses that others chose.</summary>
internal static class UrlPaths
{
    private const int MostPartBytes = 120;
    private const int MostParts = 6;

    private static readonly Dictionary<string, string> Endings = new(StringComparer.Ordinal)
    {
        ["application/pdf"] = ".pdf", ["application/msword"] = ".doc", ["application/rtf"] = ".rtf", ["application/zip"] = ".zip", ["text/plain"] = ".txt",
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = ".docx", ["image/jpeg"] = ".jpg", ["image/png"] = ".png", ["image/tiff"] = ".tif",
        ["text/html"] = ".html", ["application/xhtml+xml"] = ".html",
    };

    /// <summary>
    /// The path of a document: the list's name, the host, and the address below it. Different addresses have different paths: what is
    /// cut, or asked for by a query, has a hash of the address.
    /// </summary>
    public static string Of(string listing, Uri url, string mediaType)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(url.AbsoluteUri)))[..8];
        var parts = url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => Plain(Uri.UnescapeDataString(part))).ToList();
        if (parts.Count == 0 || url.AbsolutePath.EndsWith('/'))
            parts.Add("index");
        var isWhole = url.Query.Length == 0 && parts.Count <= MostParts && parts.TrueForAll(part => Encoding.UTF8.GetByteCount(part) <= MostPartBytes);
        var name = WithEnding(parts[^1], mediaType);
        var ending = Path.GetExtension(name);
        var path = string.Join('/', [listing, Plain(url.Authority), .. parts.SkipLast(1).Take(MostParts - 1).Select(Cut),
            isWhole ? name : $"{Cut(Path.GetFileNameWithoutExtension(name))}~{hash}{ending}"]);
        return SafePaths.Of(path) ?? $"{listing}/{hash}{ending}";
    }

    /// <summary>A name beside a page, in characters that need no escape in its markup.</summary>
    public static string PartOf(int number, Uri url)
    {
        var name = Path.GetFileName(Uri.UnescapeDataString(url.AbsolutePath));
        return $"{number}-{string.Concat(name.TakeLast(40).Select(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_' ? character : '_'))}";
    }

    private static string WithEnding(string name, string mediaType) => !Endings.TryGetValue(mediaType, out var ending) || IsSame(Path.GetExtension(name), ending) ? name : name + ending;

    private static bool IsSame(string has, string ending) => has.Equals(ending, StringComparison.OrdinalIgnoreCase)
        || (ending is ".html" && Core.Collect.SavedPages.IsPage($"x{has}")) || (ending is ".jpg" && has.Equals(".jpeg", StringComparison.OrdinalIgnoreCase))
        || (ending is ".tif" && has.Equals(".tiff", StringComparison.OrdinalIgnoreCase));

    private static string Plain(string part)
    {
        var plain = string.Concat(part.Normalize(NormalizationForm.FormC).Select(character => char.IsControl(character) || "/\\:*?\"<>|".Contains(character, StringComparison.Ordinal) ? '_' : character)).Trim('.', ' ');
        return plain.Length == 0 ? "_" : plain;
    }

    private static string Cut(string part)
    {
        var cut = part;
        while (Encoding.UTF8.GetByteCount(cut) > MostPartBytes)
            cut = cut[..^(char.IsLowSurrogate(cut[^1]) ? 2 : 1)];
        return cut;
    }
}
