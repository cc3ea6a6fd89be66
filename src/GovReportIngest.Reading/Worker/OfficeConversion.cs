using System.Globalization;

namespace GovReportIngest.Reading.Worker;

/// <summary>
/// Converts files of older word processors to DOCX with LibreOffice, headless, with a profile of its own, without macros' network
/// (a worker has none), and within a time limit that ends it with all its children.
/// </summary>
internal static class OfficeConversion
{
    private const int MostSeconds = 120;

    /// <summary>The program where it is installed; null where it is not.</summary>
    public static string? Program { get; } = Find();

    /// <returns>The bytes of a DOCX file; null where LibreOffice gave none.</returns>
    /// <param name="file">The file; it is read only.</param>
    /// <param name="extension">Of the format that its content shows, since LibreOffice goes by names.</param>
    /// <param name="cancellation">Ends the conversion.</param>
    public static async Task<byte[]?> ToDocxAsync(string file, string extension, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("govreport-office-");
        try
        {
            var source = Path.Combine(folder.FullName, "source" + extension);
            File.Copy(file, source);
            await WorkerLaunch.RunAsync(
            [
                "timeout", "--kill-after=2", MostSeconds.ToString(CultureInfo.InvariantCulture), Program!, "--headless", "--norestore", "--nolockcheck", "--nodefault",
                $"-env:UserInstallation=file://{Path.Combine(folder.FullName, "profile")}",
                "--convert-to", "docx:MS Word 2007 XML", "--outdir", Path.Combine(folder.FullName, "out"), source,
            ], cancellation).ConfigureAwait(false);
            var converted = Path.Combine(folder.FullName, "out", "source.docx");
            return File.Exists(converted) ? await File.ReadAllBytesAsync(converted, cancellation).ConfigureAwait(false) : null;
        }
        finally
        {
            Remove(folder);
        }
    }

    private static void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A child that is just ending may still write there; the folder is in the temporary one.
        }
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .SelectMany(folder => new[] { Path.Combine(folder, "soffice"), Path.Combine(folder, "libreoffice") })
        .FirstOrDefault(File.Exists);
}
