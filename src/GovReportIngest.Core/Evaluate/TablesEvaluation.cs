using System.Globalization;
using System.Text;
using System.Text.Json;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;

namespace GovReportIngest.Core.Evaluate;

/// <summary>How well the tables of a group of documents were found.</summary>
/// <param name="Tables">In the truth.</param>
/// <param name="Exact">Same cells, spans and texts.</param>
/// <param name="Similarity">Sum of TEDS over the tables of the truth; 0 for one that was not found.</param>
/// <param name="Invented">Found, and not in the truth.</param>
public sealed record TablesScore(string Name, int Documents, int Tables, int Exact, double Similarity, int Invented);

/// <summary>Compares tables (<c>*.tables.json</c>, <c>govreport.tables/1</c>) below one folder with the truth below another.</summary>
public static class TablesEvaluation
{
    private const string Suffix = ".tables.json";

    /// <summary>Over all, then by folder, then by the look that the truth names.</summary>
    /// <exception cref="InvalidDataException">A file is broken; the message names it.</exception>
    public static async Task<(IReadOnlyList<TablesScore> Scores, IReadOnlyList<string> Mistakes)> EvaluateAsync(string truthFolder, string tablesFolder, CancellationToken cancellation)
    {
        var (scores, mistakes) = (new List<(string Folder, string Look, TablesScore Score)>(), new List<string>());
        foreach (var file in Directory.EnumerateFiles(truthFolder, "*" + Suffix, SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(truthFolder, file);
            var (truth, look) = await ReadAsync(file, cancellation);
            var found = Path.Combine(tablesFolder, name) is var path && File.Exists(path) ? (await ReadAsync(path, cancellation)).Tables : [];
            scores.Add((Path.GetDirectoryName(name) is { Length: > 0 } folder ? folder : ".", look, Compare(name, truth, found, mistakes)));
        }

        return ([Sum("all", scores), .. scores.GroupBy(score => score.Folder).Select(group => Sum(group.Key, group)),
            .. scores.GroupBy(score => $"{score.Folder}, {score.Look}").OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Sum(group.Key, group))], mistakes);
    }

    public static string ToPlainText(IReadOnlyList<TablesScore> scores)
    {
        var text = new StringBuilder();
        foreach (var score in scores)
            text.Append(CultureInfo.InvariantCulture,
                $"{score.Name}: {score.Documents} documents, {score.Exact} of {score.Tables} tables exact ({(score.Tables == 0 ? 0 : 100.0 * score.Exact / score.Tables):0.0} %), TEDS {(score.Tables == 0 ? 0 : score.Similarity / score.Tables):0.0000}, {score.Invented} invented\n");
        return text.ToString();
    }

    private static TablesScore Sum(string name, IEnumerable<(string Folder, string Look, TablesScore Score)> parts)
    {
        var scores = parts.Select(part => part.Score).ToList();
        return new(name, scores.Count, scores.Sum(score => score.Tables), scores.Sum(score => score.Exact), scores.Sum(score => score.Similarity), scores.Sum(score => score.Invented));
    }

    /// <summary>Tables are paired in their order, so that the sum of similarities is greatest.</summary>
    private static TablesScore Compare(string name, IReadOnlyList<RecordTable> truth, IReadOnlyList<RecordTable> found, List<string> mistakes)
    {
        var best = new double[truth.Count + 1, found.Count + 1];
        var alike = new double[truth.Count, found.Count];
        for (var i = 1; i <= truth.Count; i++)
            for (var j = 1; j <= found.Count; j++)
            {
                alike[i - 1, j - 1] = TableSimilarity.Of(truth[i - 1], found[j - 1]);
                best[i, j] = Math.Max(best[i - 1, j - 1] + alike[i - 1, j - 1], Math.Max(best[i - 1, j], best[i, j - 1]));
            }

        var (exact, paired) = (0, 0);
        for (var (i, j) = (truth.Count, found.Count); i > 0;)
            if (j > 0 && best[i, j] == best[i, j - 1])
                j--;
            else if (best[i, j] == best[i - 1, j])
                mistakes.Add($"{name}: table {i--} was not found");
            else
            {
                (i, j, paired) = (i - 1, j - 1, paired + 1);
                if (TableSimilarity.AreSame(truth[i], found[j]))
                    exact++;
                else
                    mistakes.Add(string.Create(CultureInfo.InvariantCulture, $"{name}: table {i + 1}, TEDS {alike[i, j]:0.000}, {Difference(truth[i], found[j])}"));
            }

        return new(name, 1, truth.Count, exact, best[truth.Count, found.Count], found.Count - paired);
    }

    private static string Difference(RecordTable truth, RecordTable found)
    {
        var cells = found.Cells.Select(TableSimilarity.Described).ToHashSet();
        var first = truth.Cells.FirstOrDefault(cell => !cells.Contains(TableSimilarity.Described(cell)));
        var size = truth.Rows == found.Rows && truth.Columns == found.Columns ? "" : string.Create(CultureInfo.InvariantCulture, $"{truth.Rows}×{truth.Columns} expected, {found.Rows}×{found.Columns} found; ");
        if (first is null)
            return size;
        var other = found.Cells.FirstOrDefault(cell => cell.Row == first.Row && cell.Column == first.Column);
        return string.Create(CultureInfo.InvariantCulture,
            $"{size}cell {first.Row}/{first.Column} {first.RowSpan}×{first.ColumnSpan} \"{first.Text}\" → {(other is null ? "none" : $"{other.RowSpan}×{other.ColumnSpan} \"{other.Text}\"")}");
    }

    private static async Task<(IReadOnlyList<RecordTable> Tables, string Look)> ReadAsync(string file, CancellationToken cancellation)
    {
        try
        {
            using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(file, cancellation));
            return (RecordJsonReader.Tables(json.RootElement), json.RootElement.TryGetProperty("look", out var look) ? look.GetString() ?? "" : "");
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{file}: {wrong.Message}", wrong);
        }
    }
}
