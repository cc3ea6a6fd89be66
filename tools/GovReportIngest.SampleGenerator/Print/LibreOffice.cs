using System.Diagnostics;

namespace GovReportIngest.SampleGenerator.Print;

/// <summary>Prints HTML through LibreOffice Writer, a second producer of PDF with another idea of text and rulings.</summary>
internal static class LibreOffice
{
    public static async Task<byte[]> PrintAsync(string html, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("govreport-writer-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "page.html"), html, cancellation);
            var start = new ProcessStartInfo("soffice")
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                ArgumentList =
                {
                    "--headless", $"-env:UserInstallation=file://{folder}/profile", "--infilter=HTML (StarWriter)",
                    "--convert-to", "pdf:writer_pdf_Export", "--outdir", folder, Path.Combine(folder, "page.html"),
                },
            };
            using var process = Process.Start(start) ?? throw new InvalidOperationException("soffice did not start");
            var prints = Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
            await process.WaitForExitAsync(cancellation);
            await prints;
            return PdfBytes.Normalised(await File.ReadAllBytesAsync(Path.Combine(folder, "page.pdf"), cancellation));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
