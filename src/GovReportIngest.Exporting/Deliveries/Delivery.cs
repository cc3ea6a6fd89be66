using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GovReportIngest.Core.Export;
using GovReportIngest.Storage;
using GovReportIngest.Storage.Queries;

namespace GovReportIngest.Exporting.Deliveries;

/// <summary>
/// What changed in a store since an earlier delivery, as files of at most 10,000 reports in a folder: what is new or changed whole, what is gone by its id. A stopped
/// one goes on; loading one twice changes nothing.
/// </summary>
/// <param name="store">Has the reports.</param>
/// <param name="states">Folder of the store in which the states of deliveries are kept.</param>
/// <param name="program">Version of this program.</param>
public sealed class Delivery(ReportStore store, string states, string program)
{
    /// <summary>In place of a token: everything.</summary>
    public const string Start = "start";

    public const string ManifestFile = "manifest.json";

    /// <summary>As <c>sha256sum -c</c> takes it.</summary>
    public const string HashesFile = "manifest-sha256.txt";

    public const int MostReports = 10_000;

    private const string PlanFile = "unfinished.json";

    /// <summary>Folder of a store in which states are kept.</summary>
    public static string FolderOf(string data) => Path.Combine(data, "deliveries");

    /// <summary>Formats that deliveries have.</summary>
    public static IReadOnlyList<ExportFormat> Formats { get; } = [ExportFormat.Csv, ExportFormat.Jsonl];

    /// <param name="reports">All of the choice.</param>
    /// <param name="choice">Which they are, as the user asked for them; a token is good for the same choice alone.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="since">Token of the delivery before, or <see cref="Start"/>.</param>
    /// <param name="folder">Where it is written: a new folder, an empty one, or that of the same delivery.</param>
    /// <param name="most">Reports of a file.</param>
    /// <param name="cancellation">Ends the writing; the same call goes on.</param>
    /// <exception cref="DeliveryException">It cannot be made as it was asked for.</exception>
    /// <exception cref="StoreException">A record is damaged, or the store cannot be read.</exception>
    public async Task<DeliveryManifest> WriteAsync(
        ChosenReports reports, string choice, ExportFormat format, string since, string folder, int most = MostReports, CancellationToken cancellation = default)
    {
        IDeliveryShape shape = format is ExportFormat.Csv ? new TablesShape() : new LinesShape();
        var before = DeliveryState.Find(states, since) ?? throw new DeliveryException(DeliveryFault.UnknownToken);
        if (since != Start && before.Choice != choice)
            throw new DeliveryException(DeliveryFault.OtherChoice);
        Directory.CreateDirectory(folder);
        RecordFiles.RemoveStaleTemporaries(folder);
        if (await FinishedAsync(folder, choice, shape.Format, since, cancellation) is { } finished)
            return finished;
        var now = await BeginAsync(reports, choice, shape.Format, since, folder, cancellation);
        var (upserts, withdrawals) = Between(before, now);
        var written = await WriteShardsAsync(shape, reports, upserts, folder, most, cancellation);
        RecordFiles.WriteAtomically(Path.Combine(folder, shape.WithdrawalsFile), shape.Write(withdrawals));
        return await EndAsync(shape, reports, new(shape.Format, since, now.Token), [.. written, shape.WithdrawalsFile], (upserts, withdrawals), folder, cancellation);
    }

    /// <summary>What was delivered into the folder already, if it is the same.</summary>
    private async Task<DeliveryManifest?> FinishedAsync(string folder, string choice, string format, string since, CancellationToken cancellation)
    {
        var file = Path.Combine(folder, ManifestFile);
        if (!File.Exists(file))
            return null;
        var manifest = DeliveryManifest.Read(await File.ReadAllTextAsync(file, cancellation));
        return manifest.Format == format && manifest.Since == since && DeliveryState.Find(states, manifest.Token)?.Choice is var delivered && (delivered ?? choice) == choice
            ? manifest : throw new DeliveryException(DeliveryFault.FolderTaken);
    }

    /// <summary>The state that the delivery brings to: of now, or that with which it was begun.</summary>
    private async Task<DeliveryState> BeginAsync(ChosenReports reports, string choice, string format, string since, string folder, CancellationToken cancellation)
    {
        var file = Path.Combine(folder, PlanFile);
        if (File.Exists(file))
        {
            var plan = JsonSerializer.Deserialize(await File.ReadAllBytesAsync(file, cancellation), DeliveryJson.Readable.DeliveryPlan)!;
            return plan.Format == format && plan.Since == since && DeliveryState.Find(states, plan.Token) is { } begun && begun.Choice == choice
                ? begun : throw new DeliveryException(DeliveryFault.FolderTaken);
        }

        if (Directory.EnumerateFileSystemEntries(folder).Any())
            throw new DeliveryException(DeliveryFault.FolderTaken);
        var now = DeliveryState.Of(choice, reports, await store.Queries.ListMarksAsync(cancellation));
        now.Keep(states);
        RecordFiles.WriteAtomically(file, JsonSerializer.SerializeToUtf8Bytes(new(format, since, now.Token), DeliveryJson.Readable.DeliveryPlan));
        return now;
    }

    private static (IReadOnlyList<ReportStanding> Upserts, IReadOnlyList<ReportStanding> Withdrawals) Between(DeliveryState before, DeliveryState now)
    {
        var known = before.Reports.ToDictionary(report => report.Id, StringComparer.Ordinal);
        var present = now.Reports.Select(report => report.Id).ToHashSet(StringComparer.Ordinal);
        return ([.. now.Reports.Where(report => known.GetValueOrDefault(report.Id) != report)], [.. before.Reports.Where(report => !present.Contains(report.Id))]);
    }

    /// <summary>Names of the files, those that an earlier call wrote among them.</summary>
    private static async Task<IReadOnlyList<string>> WriteShardsAsync(
        IDeliveryShape shape, ChosenReports reports, IReadOnlyList<ReportStanding> upserts, string folder, int most, CancellationToken cancellation)
    {
        var rows = reports.Rows.ToDictionary(row => row.Id.ToString(), StringComparer.Ordinal);
        var names = new List<string>();
        foreach (var (index, shard) in upserts.Chunk(most).Index())
        {
            var files = shape.FilesOf(index + 1);
            names.AddRange(files);
            // The last of them is renamed last.
            if (!File.Exists(Path.Combine(folder, files[^1])))
                await WriteShardAsync(shape, reports.Among([.. shard.Select(standing => rows.GetValueOrDefault(standing.Id)).OfType<ListedRecord>()]),
                    shard.ToDictionary(standing => standing.Id, StringComparer.Ordinal), [.. files.Select(file => Path.Combine(folder, file))], cancellation);
        }

        return names;
    }

    private static async Task WriteShardAsync(
        IDeliveryShape shape, ChosenReports reports, IReadOnlyDictionary<string, ReportStanding> standings, IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        var temporaries = paths.Select(path => path + RecordFiles.TemporarySuffix).ToList();
        var outputs = temporaries.Select(path => File.Create(path)).ToList();
        try
        {
            foreach (var (output, head) in outputs.Zip(shape.Heads))
                await output.WriteAsync(head, cancellation);
            await foreach (var pieces in reports.SelectAsync(report => shape.Write(standings[report.Id.ToString()], report), cancellation))
                foreach (var (output, piece) in outputs.Zip(pieces))
                    await output.WriteAsync(piece, cancellation);
            outputs.ForEach(output => output.Flush(flushToDisk: true));
        }
        finally
        {
            foreach (var output in outputs)
                await output.DisposeAsync();
        }

        foreach (var (temporary, path) in temporaries.Zip(paths))
            File.Move(temporary, path, overwrite: true);
    }

    private async Task<DeliveryManifest> EndAsync(
        IDeliveryShape shape, ChosenReports reports, DeliveryPlan plan, IReadOnlyList<string> files, (IReadOnlyList<ReportStanding> Upserts, IReadOnlyList<ReportStanding> Withdrawals) changes,
        string folder, CancellationToken cancellation)
    {
        var all = files.ToList();
        foreach (var (name, content) in shape.Aids(plan, files))
        {
            RecordFiles.WriteAtomically(Path.Combine(folder, name), content);
            all.Add(name);
        }

        var delivered = new List<DeliveredFile>();
        foreach (var name in all)
            await using (var file = File.OpenRead(Path.Combine(folder, name)))
                delivered.Add(new(name, file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation))));
        var ids = changes.Upserts.Select(standing => standing.Id).ToHashSet(StringComparer.Ordinal);
        var madeBy = ExportManifest.Of(reports.Among([.. reports.Rows.Where(row => ids.Contains(row.Id.ToString()))]), ExportFormat.Csv, program).MadeBy;
        var manifest = new DeliveryManifest(
            DeliveryManifest.SchemaId, program, shape.Format, plan.Since, plan.Token, changes.Upserts.Count, changes.Withdrawals.Count, reports.Unread, delivered, madeBy);
        RecordFiles.WriteAtomically(Path.Combine(folder, HashesFile), Encoding.UTF8.GetBytes(string.Concat(delivered.Select(file => $"{file.Sha256}  {file.File}\n"))));
        RecordFiles.WriteAtomically(Path.Combine(folder, ManifestFile), Encoding.UTF8.GetBytes(manifest.ToJson()));
        File.Delete(Path.Combine(folder, PlanFile));
        return manifest;
    }
}
