using GovReportIngest.Core.Export;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Speech;
using GovReportIngest.Storage.Review;

namespace GovReportIngest.Exporting;

/// <summary>Formats in which every report is a piece of text by itself, after a head that depends on their forms alone.</summary>
internal sealed class TextFormat(Func<IReadOnlyList<FormDefinition>, (byte[] Head, Func<ReviewedReport, byte[]> Write)> begin) : IReportFormat
{
    public static TextFormat Tidy(bool excelSafe) => new(_ =>
    {
        var csv = new RecordCsv(excelSafe);
        return (csv.Head(), report => csv.Rows(report.Record));
    });

    public static TextFormat Wide(bool excelSafe) => new(forms =>
    {
        var csv = new WideCsv(forms, excelSafe);
        return (csv.Head(), report => csv.Row(RecordVersions.Of(report), report.Record));
    });

    public static TextFormat Lines() => new(_ => ([], report => RecordLine.Write(RecordVersions.Of(report), report.ToFile().Span)));

    public static TextFormat Decisions() => new(_ => ([], DecisionLines.Of));

    public static TextFormat Markdown(Tongue tongue) => new(_ => ([], report => new RecordMarkdown(tongue).Write(RecordVersions.Of(report), report.Record, report.Form)));

    public async Task WriteAsync(ChosenReports reports, Stream output, CancellationToken cancellation)
    {
        var (head, write) = begin(reports.Forms);
        await output.WriteAsync(head, cancellation);
        await foreach (var piece in reports.SelectAsync(write, cancellation))
            await output.WriteAsync(piece, cancellation);
    }
}
