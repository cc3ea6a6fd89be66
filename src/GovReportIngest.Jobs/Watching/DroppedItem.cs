using System.Text.Json;
using System.Text.Json.Serialization;
using GovReportIngest.Core.Collect;

namespace GovReportIngest.Jobs.Watching;

/// <summary>A document, or an archive, that lies in a watched folder.</summary>
/// <param name="Location">The file, or the folder of page images.</param>
/// <param name="Files">At least one.</param>
internal sealed record DroppedItem(SourceEntry Entry, string Location, IReadOnlyList<DroppedFile> Files)
{
    /// <summary>Names, sizes and times: another text is another delivery.</summary>
    public string Fingerprint { get; } = FilesJson.Write(Files);

    public bool IsEmpty => Files[0].Bytes == 0;

    public bool IsArchive => !Entry.IsFolder && Path.GetExtension(Location).Equals(".zip", StringComparison.OrdinalIgnoreCase);
}

/// <summary>The files of a delivery as the store keeps them.</summary>
[JsonSerializable(typeof(IReadOnlyList<DroppedFile>))]
internal sealed partial class FilesJson : JsonSerializerContext
{
    public static string Write(IReadOnlyList<DroppedFile> files) => JsonSerializer.Serialize(files, Default.IReadOnlyListDroppedFile);

    public static IReadOnlyList<DroppedFile> Read(string text) => JsonSerializer.Deserialize(text, Default.IReadOnlyListDroppedFile)!;
}
