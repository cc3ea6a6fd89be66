using GovReportIngest.Core.Document;

namespace GovReportIngest.Reading.Pdf;

/// <summary>Poppler mends a cut-off file silently with the pages it finds; the missing end mark tells that some may be lost.</summary>
internal static class PdfEnding
{
    /// <summary>ISO 32000 wants the mark on the last line; programs append rubbish, and readers look at the last kilobyte or more.</summary>
    private const int Tail = 4096;

    /// <exception cref="IOException">The file cannot be read.</exception>
    internal static Problem[] Check(string path)
    {
        using var file = File.OpenRead(path);
        var tail = new byte[(int)Math.Min(Tail, file.Length)];
        file.Seek(-tail.Length, SeekOrigin.End);
        file.ReadExactly(tail);
        return tail.AsSpan().IndexOf("%%EOF"u8) >= 0
            ? []
            : [new("read", "damaged", null, "The PDF is cut off, so that pages may be missing or incomplete. Obtain the file again from its source.")];
    }
}
