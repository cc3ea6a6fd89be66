using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;

namespace GovReportIngest.Core.Evaluate;

/// <summary>Compares the records below one folder with the truth (<c>*.expected.json</c>) below another.</summary>
public static class Evaluation
{
    private static readonly decimal[] BinEdges = [0, 0.5m, 0.9m, 0.99m, 0.995m, 0.999m, 1];

    /// <exception cref="InvalidDataException">A truth or record file is broken; the message names it.</exception>
    public static async Task<EvaluationReport> EvaluateAsync(string truthFolder, string recordFolder, CancellationToken cancellation)
    {
        var byGroup = await ScoreAsync(truthFolder, recordFolder, cancellation);
        var all = byGroup.Values.SelectMany(scores => scores).ToList();
        return new(
            [Sum("all", all), .. byGroup.Select(group => Sum(group.Key, group.Value))],
            [.. all.SelectMany(score => score.Mistakes).OrderByDescending(mistake => mistake.IsSilent)]);
    }

    /// <summary>How well the probabilities of the records say what is right: over all, then group by group.</summary>
    /// <exception cref="InvalidDataException">A truth or record file is broken; the message names it.</exception>
    public static async Task<IReadOnlyList<CalibrationScore>> EvaluateCalibrationAsync(string truthFolder, string recordFolder, CancellationToken cancellation)
    {
        var byGroup = await ScoreAsync(truthFolder, recordFolder, cancellation);
        return [CalibrationScore.Of("all", Trusted(byGroup.Values.SelectMany(scores => scores))), .. byGroup.Select(group => CalibrationScore.Of(group.Key, Trusted(group.Value)))];
    }

    private static List<TrustedDocument> Trusted(IEnumerable<DocumentScore> scores) =>
        [.. scores.Select(score => new TrustedDocument(score.Trust, score.Score.All.Fields, score.Score.All.SilentWrong, score.Score.All.Flagged))];

    private static async Task<SortedDictionary<string, List<DocumentScore>>> ScoreAsync(string truthFolder, string recordFolder, CancellationToken cancellation)
    {
        var byGroup = new SortedDictionary<string, List<DocumentScore>>(StringComparer.Ordinal);
        var files = Directory.EnumerateFiles(truthFolder, "*" + ExpectedJson.Suffix, SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var name = Path.GetRelativePath(truthFolder, file)[..^ExpectedJson.Suffix.Length];
            var truth = await ReadAsync(file, ExpectedJson.Read, cancellation);
            var record = FindRecord(recordFolder, name) is { } found ? await ReadAsync(found, RecordJson.Read, cancellation) : null;
            var group = name.LastIndexOf('/') is > 0 and var slash ? name[..slash] : ".";
            if (!byGroup.TryGetValue(group, out var scores))
                byGroup.Add(group, scores = []);
            scores.Add(DocumentEvaluation.Score(name, truth, record));
        }

        return byGroup;
    }

    private static async Task<T> ReadAsync<T>(string file, Func<ReadOnlyMemory<byte>, T> read, CancellationToken cancellation)
    {
        try
        {
            return read(await File.ReadAllBytesAsync(file, cancellation));
        }
        catch (InvalidDataException wrong)
        {
            throw new InvalidDataException($"{file}: {wrong.Message}", wrong);
        }
    }

    /// <summary>The record under its plain name, or under the cut name of an over-long one.</summary>
    private static string? FindRecord(string recordFolder, string name)
    {
        var plain = Path.Combine(recordFolder, name + RecordFiles.RecordSuffix);
        if (File.Exists(plain))
            return plain;
        var folder = Path.GetDirectoryName(plain)!;
        return !Directory.Exists(folder) ? null : Directory.EnumerateFiles(folder, "*~????????" + RecordFiles.RecordSuffix).FirstOrDefault(file =>
            Path.GetFileName(plain).StartsWith(Path.GetFileName(file)[..^(9 + RecordFiles.RecordSuffix.Length)], StringComparison.Ordinal));
    }

    private static GroupScore Sum(string name, IReadOnlyList<DocumentScore> documents)
    {
        int Total(Func<GroupScore, int> count) => documents.Sum(document => count(document.Score));
        return new()
        {
            Name = name,
            Documents = documents.Count,
            Absent = Total(score => score.Absent),
            NothingOpen = Total(score => score.NothingOpen),
            FormsRight = Total(score => score.FormsRight),
            All = documents.Aggregate(new FieldScore(), (sum, document) => sum + document.Score.All),
            NonZero = documents.Aggregate(new FieldScore(), (sum, document) => sum + document.Score.NonZero),
            Tables = Total(score => score.Tables),
            TablesExact = Total(score => score.TablesExact),
            Characters = Total(score => score.Characters),
            CharacterErrors = Total(score => score.CharacterErrors),
            Outlines = Total(score => score.Outlines),
            OutlinesExact = Total(score => score.OutlinesExact),
            HeadingsExpected = Total(score => score.HeadingsExpected),
            HeadingsFound = Total(score => score.HeadingsFound),
            HeadingsRight = Total(score => score.HeadingsRight),
            ViolationsFound = Total(score => score.ViolationsFound),
            ViolationsMissed = Total(score => score.ViolationsMissed),
            ViolationsInvented = Total(score => score.ViolationsInvented),
            Calibration = [.. Bins([.. documents.SelectMany(document => document.Trust)])],
        };
    }

    private static IEnumerable<CalibrationBin> Bins(IReadOnlyList<(decimal Probability, bool IsExact)> trust)
    {
        foreach (var (from, to) in BinEdges.Zip(BinEdges.Skip(1)))
        {
            var inside = trust.Where(field => field.Probability >= from && field.Probability < to).ToList();
            if (inside.Count > 0)
                yield return new(from, to, inside.Count, inside.Average(field => field.Probability), inside.Count(field => field.IsExact));
        }
    }
}
