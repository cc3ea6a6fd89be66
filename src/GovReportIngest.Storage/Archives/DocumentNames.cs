using GovReportIngest.Core.Archives;

namespace GovReportIngest.Storage.Archives;

/// <summary>Finds documents by what catalogues call them: their path, their name, or their name without its end.</summary>
internal sealed class DocumentNames
{
    private readonly ILookup<string, long> byPath;
    private readonly ILookup<string, long> byName;
    private readonly ILookup<string, long> byStem;

    public DocumentNames(IEnumerable<(long Id, string Path)> documents)
    {
        var known = documents.ToList();
        byPath = known.ToLookup(document => Folded(document.Path), document => document.Id, StringComparer.OrdinalIgnoreCase);
        byName = known.ToLookup(document => Path.GetFileName(Folded(document.Path)), document => document.Id, StringComparer.OrdinalIgnoreCase);
        byStem = known.ToLookup(document => Path.GetFileNameWithoutExtension(Folded(document.Path)), document => document.Id, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>All that the row may mean: more than one is a doubt.</summary>
    public IReadOnlyList<long> Find(CatalogueRow row)
    {
        if (row.File is null)
            return [.. byStem[Folded(row.Entry.ArchivalCode)].Union(byName[Folded(row.Entry.ArchivalCode)])];
        var file = Folded(row.File);
        return byPath.Contains(file) ? [.. byPath[file]] : file.Contains('/', StringComparison.Ordinal) ? [] : [.. byName[file]];
    }

    /// <summary>As Windows writes paths, too; composed, as most programs write characters.</summary>
    private static string Folded(string path) => path.Replace('\\', '/').Trim('/').Normalize();
}
