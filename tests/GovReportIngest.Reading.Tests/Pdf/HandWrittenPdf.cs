using System.Text;
using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Reading.Tests.Pdf;

/// <summary>Tiny PDF files byte by byte, and what the reader makes of them.</summary>
internal static class HandWrittenPdf
{
    /// <summary>One page of 595 × 842 points; Poppler rebuilds the missing cross-reference table.</summary>
    internal static byte[] Page(string content, string pageEntry = "", string resources = "", string objects = "") => Encoding.Latin1.GetBytes(
        "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
        + $"3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{pageEntry}/Contents 4 0 R/Resources<</Font<</F 5 0 R>>{resources}>>>> endobj\n"
        + $"4 0 obj <</Length {content.Length}>> stream\n{content}\nendstream endobj\n"
        + $"5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\n{objects}trailer <</Root 1 0 R>>\n%%EOF\n");

    internal static async Task<(ReadPage? Page, string[] Problems)> ReadAsync(string name, byte[] bytes, ReadingOptions? options = null)
    {
        var folder = Directory.CreateTempSubdirectory("govreport-test-");
        try
        {
            var path = Path.Combine(folder.FullName, name);
            await File.WriteAllBytesAsync(path, bytes);
            var source = new SourceDocument { Path = name, Files = [path], Sha256 = "", Bytes = bytes.Length };
            using var reader = new DocumentReader(options ?? new());
            await using var document = await reader.OpenAsync(source, CancellationToken.None);
            ReadPage? first = null;
            await foreach (var page in document.ReadPagesAsync(CancellationToken.None))
                first ??= page;
            return (first, [.. document.Problems.Select(problem => problem.Category)]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
