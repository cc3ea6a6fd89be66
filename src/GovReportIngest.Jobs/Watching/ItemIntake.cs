using GovReportIngest.Core.Collect;
using GovReportIngest.Jobs.Intake;
using GovReportIngest.Storage.Arrivals;
using GovReportIngest.Storage.Documents;

namespace GovReportIngest.Jobs.Watching;

/// <summary>Takes in what lies complete in a watched folder, archives with all that is in them.</summary>
/// <param name="scratch">Folder to unpack archives in.</param>
/// <param name="tell">Told of every document.</param>
internal sealed class ItemIntake(WatchedFolder watched, DocumentIntake intake, string scratch, Action<WatchEvent> tell)
{
    private const string NoBytes = "The file has no bytes; fetch it again from its source.";

    private readonly CollectOptions options = new() { Priority = watched.Priority, Tags = watched.Tags, ExpectedForm = watched.Form, IsWithoutTwins = true };

    /// <returns>Null where it cannot be read now, or changed meanwhile.</returns>
    public async Task<Arrival?> TakeAsync(DroppedItem item, CancellationToken cancellation)
    {
        var arrival = new Arrival { Location = item.Location, Watched = watched.Folder, Files = item.Fingerprint };
        if (item.IsEmpty && !item.Entry.IsFolder)
            return Refuse(arrival, item, NoBytes);
        if (item.IsArchive)
            return await TakeArchiveAsync(arrival, item, cancellation);
        return await RegisterAsync(item.Entry with { Path = PathOf(item) }, item.Location, cancellation) is { } document ? Of(arrival, document) : null;
    }

    private string PathOf(DroppedItem item) => $"{watched.Name}/{item.Entry.Path}";

    private static Arrival Of(Arrival arrival, StoredDocument document) => document.Standing is Standing.Twin
        ? arrival with { Verdict = Verdict.Done, Reason = $"The same bytes are in the store already, as document {document.DocumentId}." }
        : arrival with { DocumentIds = [document.DocumentId] };

    private Arrival Refuse(Arrival arrival, DroppedItem item, string reason)
    {
        tell(new WatchEvent.Refused(PathOf(item), reason));
        return arrival with { Verdict = Verdict.Failed, Reason = reason };
    }

    private async Task<StoredDocument?> RegisterAsync(SourceEntry entry, string location, CancellationToken cancellation)
    {
        var document = await intake.RegisterAsync(entry, options with { Location = location }, cancellation);
        if (document is not null)
            tell(new WatchEvent.Registered(entry.Path, document));
        return document;
    }

    private async Task<Arrival?> TakeArchiveAsync(Arrival arrival, DroppedItem item, CancellationToken cancellation)
    {
        var folder = Directory.CreateDirectory(Path.Combine(scratch, $"govreport-{Guid.NewGuid():N}"));
        try
        {
            await ZipDelivery.UnpackAsync(item.Location, folder.FullName, cancellation);
            if (!item.Files.SequenceEqual([DroppedFile.Of(watched.Folder, item.Location)!]))
                return null;
            return await TakeEntriesAsync(arrival, item, folder.FullName, cancellation);
        }
        catch (RefusedBytesException refused)
        {
            return Refuse(arrival, item, refused.Message);
        }
        catch (Exception unreadable) when (unreadable is UnauthorizedAccessException or FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<Arrival> TakeEntriesAsync(Arrival arrival, DroppedItem item, string folder, CancellationToken cancellation)
    {
        var (ids, empties) = (new List<long>(), new List<string>());
        var entries = new SourceCollector(watched.DocumentPer).Discover([folder]);
        if (entries.Count == 0)
            throw new RefusedBytesException("The archive holds no documents.");
        if (entries.FirstOrDefault(entry => entry.Path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)) is { } inner)
            throw new RefusedBytesException($"The archive holds another archive: {inner.Path}. Unpack that first.");
        foreach (var entry in entries)
        {
            // Page images that are all of the archive are one document of its name.
            var name = entry.IsFolder && Path.GetDirectoryName(entry.Files[0]) == folder ? "" : $"/{entry.Path}";
            if (await RegisterAsync(entry with { Path = PathOf(item) + name }, $"{item.Location}!{name}", cancellation) is { } document)
                ids.Add(document.DocumentId);
            else
                empties.Add(entry.Path);
        }

        return empties.Count == 0 ? arrival with { DocumentIds = ids }
            : Refuse(arrival with { DocumentIds = ids }, item, $"Files without bytes in the archive: {string.Join(", ", empties)}. The others were taken.");
    }
}
