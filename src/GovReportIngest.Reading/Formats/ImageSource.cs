namespace GovReportIngest.Reading.Formats;

/// <summary>The bytes of an image: a file, or a part of a document.</summary>
/// <param name="Length">In bytes, before they are read.</param>
/// <param name="Read">Gets them.</param>
internal sealed record ImageSource(long Length, Func<byte[]> Read)
{
    /// <summary>Dots per inch at which the document shows the image; null where only the image itself says so.</summary>
    public (int X, int Y)? Dpi { get; init; }

    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ImageSource OfFile(string path) => new(new FileInfo(path).Length, () => File.ReadAllBytes(path));

    public static ImageSource OfBytes(byte[] bytes) => new(bytes.Length, () => bytes);
}
