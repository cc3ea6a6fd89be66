using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Read;
using GovReportIngest.Jobs;
using GovReportIngest.Jobs.Processing;
using GovReportIngest.Reading.Ocr.Digits.Training;
using GovReportIngest.Training.Reviews;

namespace GovReportIngest.Cli.Learning;

/// <summary><c>train digits --from-reviews</c>: trains on digits that reviewers accepted beside drawn ones, and measures what that changes on other documents.</summary>
internal sealed class LearnedDigits(ReviewedDocuments reviewed, string target, WorkerLimits limits, TextWriter output)
{
    /// <summary>Fewer are lost among the drawn ones.</summary>
    private const int FewestGlyphs = 500;

    /// <exception cref="MissingFacesException">A face that is drawn is not installed.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        output.WriteLine(FormattableString.Invariant($"{reviewed.ToLearnFrom.Count} documents to learn from, {reviewed.HeldOut.Count} held out"));
        var glyphs = new ReviewedGlyphs();
        await using (var reader = limits.CreatePool())
            foreach (var document in reviewed.ToLearnFrom.Where(document => document.IsScanned))
                glyphs.Add(await reviewed.UseAsync(document, reader, open => DrawAsync(document, open, cancellation), cancellation));
        if (glyphs.Count < FewestGlyphs)
        {
            output.WriteLine(FormattableString.Invariant($"{glyphs.Count} digits of scans to learn from: {FewestGlyphs} are needed to change a model"));
            return;
        }

        DigitTraining.Propose(target, glyphs, output, cancellation);
        using var models = new ScratchFolder(Path.GetTempPath());
        foreach (var file in Directory.EnumerateFiles(Installation.Models))
            File.Copy(file, Path.Combine(models.Path, Path.GetFileName(file)));
        File.Copy(Path.Combine(target, "digits.json"), Path.Combine(models.Path, "digits.json"), overwrite: true);
        output.WriteLine($"before  {await MeasureAsync(null, cancellation)}");
        output.WriteLine($"after   {await MeasureAsync(models.Path, cancellation)}");
        output.WriteLine($"written to {Path.Combine(target, "digits.json")}; nothing is in force before it takes the place of {Path.Combine(Installation.Models, "digits.json")}");
    }

    private async Task<ReviewScore> MeasureAsync(string? models, CancellationToken cancellation)
    {
        await using var reader = limits.CreatePool(models);
        return ReviewScore.Of((await reviewed.ReadAsync([.. reviewed.HeldOut.Where(document => document.IsScanned)], Engine.Load(), reader, limits.Workers, cancellation))
            .SelectMany(read => read.Document.Against(read.Records)));
    }

    private static async Task<IReadOnlyList<ReviewedPage>> DrawAsync(ReviewedDocument document, IOpenDocument open, CancellationToken cancellation)
    {
        var pages = new List<ReviewedPage>();
        foreach (var record in document.Reports.Select(report => report.Record))
            foreach (var page in record.Pages.Where(page => page.Read is PageReading.Ocr).DistinctBy(page => page.SourcePage))
                if (NumbersOn(page.SourcePage, record) is { Count: > 0 } numbers
                    && await open.DrawAsync(new() { SourcePage = page.SourcePage, Width = page.Width, Height = page.Height, Rotation = page.Rotation, Title = "" }, cancellation) is { } picture)
                    pages.Add(new(picture, page.Width, numbers));
        return pages;
    }

    /// <summary>What stands in one place, as it was accepted.</summary>
    private static List<(Box Ink, string Printed)> NumbersOn(int sourcePage, ReportRecord record) =>
        [.. record.Fields.Where(field => !ReportPaths.Has(field.Key) && field.Value.State is FieldState.Printed or FieldState.Placeholder)
            .Select(field => (field.Value.Evidence, field.Value.Printed))
            .Where(field => field is { Evidence: [Evidence.OnPage], Printed.Length: > 0 } && ((Evidence.OnPage)field.Evidence[0]).Page == sourcePage)
            .Select(field => (((Evidence.OnPage)field.Evidence[0]).Box, field.Printed!))];
}
