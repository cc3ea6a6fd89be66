using GovReportIngest.Core.Check;
using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Overlay;
using GovReportIngest.Core.Read;
using GovReportIngest.Core.Telemetry;

namespace GovReportIngest.Core;

/// <summary>
/// The whole journey of one document: Collect → Read → Layout → Interpret → Check. A bad document gives a rejected record
/// with its problems; an exception that leaves here is a bug or a broken environment.
/// </summary>
public sealed class IngestPipeline(
    IDocumentReader reader,
    LayoutAnalyzer layout,
    FormMatcher forms,
    ReportInterpreter interpreter,
    RecordChecker checker,
    EngineVersions engine)
{
    private readonly ReportParting parting = new(forms);

    /// <summary>A record for every report of the document, in their order; nearly always one.</summary>
    public Task<IReadOnlyList<ReportRecord>> IngestAsync(SourceDocument source, CancellationToken cancellation) => IngestAsync(source, null, cancellation);

    /// <param name="source">The document.</param>
    /// <param name="pictures">Gets every page with an overlay of what was read, after the record is done; null for none.</param>
    /// <param name="cancellation">Ends the journey.</param>
    public async Task<IReadOnlyList<ReportRecord>> IngestAsync(SourceDocument source, Action<PagePicture>? pictures, CancellationToken cancellation)
    {
        var guide = ReadingGuide.Parse(source.Guide);
        await using var document = new NumberedDocument(await reader.OpenAsync(source, cancellation), guide);
        var pages = await JourneyTelemetry.TimeAsync("read", () => ReadPagesAsync(document, cancellation));
        var origin = new RecordSource(source.Path, source.Url, source.Sha256, document.MediaType, source.Bytes);
        if (pages.All(page => page.IsLost || page.IsLeftOut))
            return [Rejected(origin, pages, [.. source.Problems, .. document.Problems]) with { Guide = guide.Texts }];

        var parts = JourneyTelemetry.Time("layout", () => Part(layout.Analyze(pages), pages, guide));
        if (parts is [{ Match: { Form: null, Likeliest: null } } unknown])
            parts = [unknown with { Layout = layout.AnalyzeAny(pages) }];
        var records = new List<ReportRecord>();
        foreach (var part in parts)
        {
            var cells = await JourneyTelemetry.TimeAsync(
                "cells", () => ReadCellsAsync(document, [part.Match.CellsToRead, part.Match.NumbersToRead, UnreadCells.Of(part)], cancellation));
            var report = JourneyTelemetry.Time("interpret", () => part.WithDoubts(interpreter.Interpret(part.Layout, part.Match, cells)));
            var place = origin with { Part = records.Count + 1, Parts = parts.Count };
            records.Add(JourneyTelemetry.Time("check", () => checker.Check(
                report, part.Pages, [.. source.Problems, .. document.Problems], place, UsedBy(place, part.Pages)) with { Guide = guide.Texts }));
        }

        if (pictures is not null)
            foreach (var (record, part) in records.Zip(parts))
                foreach (var overlay in RecordOverlay.Of(record, part.Pages))
                    pictures(new(record.Source.Part, overlay.SourcePage, await document.DrawAsync(overlay, cancellation)));
        return records;
    }

    /// <summary>Where the machine or a person finds their borders; of any form, or all of the one that a person gave, however little of it is found.</summary>
    private IReadOnlyList<ReportPart> Part(LayoutDocument blocks, IReadOnlyList<ReadPage> pages, ReadingGuide guide) => (guide.Starts, guide.Form) switch
    {
        ({ } starts, var form) => new GuidedParting(form is null ? forms : forms.Only(form, isGiven: true)).Part(blocks, pages, starts),
        (null, null) => parting.Part(blocks, pages),
        (null, { } form) => [.. new ReportParting(forms.Only(form)).Part(blocks, pages)
            .Select(part => part.Match.Form is null ? part with { Match = forms.Only(form, isGiven: true).Match(part.Layout, part.Pages) } : part)],
    };

    /// <summary>The record of something that could not even be opened, such as a file that vanished.</summary>
    public ReportRecord Reject(SourceEntry entry, Problem problem) =>
        Rejected(new(entry.Path, entry.Url, "", "application/octet-stream", 0), [], [problem]);

    /// <summary>The record of a document that cannot be read for a reason outside of it.</summary>
    public ReportRecord Reject(SourceDocument source, Problem problem) =>
        Rejected(new(source.Path, source.Url, source.Sha256, "application/octet-stream", source.Bytes), [], [problem]);

    private static async Task<IReadOnlyList<ReadPage>> ReadPagesAsync(IOpenDocument document, CancellationToken cancellation)
    {
        var pages = new List<ReadPage>();
        await foreach (var page in document.ReadPagesAsync(cancellation))
            pages.Add(page);
        return pages;
    }

    /// <summary>
    /// The second call of reading: number cells of scanned pages, and numbers of their running text, by path. Cells are judged by those
    /// they are read with, so that a form's own are not read together with others.
    /// </summary>
    private static async Task<IReadOnlyDictionary<string, CellReading>> ReadCellsAsync(
        IOpenDocument document, IReadOnlyList<IReadOnlyList<CellToRead>> groups, CancellationToken cancellation)
    {
        var answers = new Dictionary<string, CellReading>(StringComparer.Ordinal);
        foreach (var page in groups.SelectMany(group => group.GroupBy(cell => cell.Page).OrderBy(page => page.Key)))
        {
            var cells = page.ToList();
            var readings = await document.ReadCellsAsync(page.Key, [.. cells.Select(cell => cell.Request)], cancellation);
            for (var i = 0; i < cells.Count; i++)
                answers[cells[i].Path] = answers.TryGetValue(cells[i].Path, out var part) ? part.With(readings[i]) : readings[i];
        }

        return answers;
    }

    private ReportRecord Rejected(RecordSource source, IReadOnlyList<ReadPage> pages, IReadOnlyList<Problem> problems) => new()
    {
        Source = source,
        Engine = UsedBy(source, pages) with { HeadingsModel = null, CalibrationModel = null },
        Outcome = Outcome.Rejected,
        Pages = [.. pages.Select(RecordChecker.PageOf)],
        Review = [new("unreadable-document", [], "Nothing of the document could be read; its problems say why.")],
        Problems = [.. problems, .. pages.SelectMany(page => page.Problems)],
    };

    /// <summary>A record names only what it depends on, so that a new OCR engine does not outdate text documents.</summary>
    private EngineVersions UsedBy(RecordSource source, IReadOnlyList<ReadPage> pages)
    {
        var used = pages.Any(page => page.Reading == PageReading.Ocr)
            ? engine : engine with { Tesseract = null, Leptonica = null, Traineddata = null, DigitsModel = null };
        // A web page may have PDF files among its parts.
        var readsPdf = source.MediaType == "application/pdf" || pages.Any(page => page.Reading == PageReading.TextLayer)
            || (source.MediaType == "text/html" && pages.Any(page => page.Reading == PageReading.Ocr));
        return readsPdf ? used : used with { Poppler = null };
    }
}
