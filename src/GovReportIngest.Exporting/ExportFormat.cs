using System.Diagnostics;
using GovReportIngest.Core.Export.Pages;
using GovReportIngest.Core.Speech;
using GovReportIngest.Exporting.Xlsx;

namespace GovReportIngest.Exporting;

public enum ExportFormat
{
    /// <summary>One row a field.</summary>
    Csv,

    /// <summary>One row a report.</summary>
    WideCsv,

    /// <summary>JSON Lines, one report a line.</summary>
    Jsonl,

    Markdown,

    /// <summary>A workbook: of one report in the shape of its form, of several one row a report.</summary>
    Xlsx,

    /// <summary>ALTO XML: words of the pages with their places.</summary>
    Alto,

    /// <summary>The source, or a PDF of its page images, with invisible text over its scanned pages.</summary>
    Pdf,

    /// <summary>A package for an archive: source, records, ALTO, searchable PDF and decisions.</summary>
    BagIt,

    /// <summary>Decisions of people, one a line.</summary>
    Log,
}

/// <summary>What is known of every format before anything is written.</summary>
public static class ExportFormats
{
    /// <summary>What writes them, with its version.</summary>
    private static readonly string Program = $"govreport {typeof(ExportFormats).Assembly.GetName().Version?.ToString(3)}";

    public static IReadOnlyList<string> Codes { get; } = [.. Enum.GetValues<ExportFormat>().Select(CodeOf)];

    public static string CodeOf(ExportFormat format) => format switch
    {
        ExportFormat.Csv => "csv",
        ExportFormat.WideCsv => "csv-wide",
        ExportFormat.Jsonl => "jsonl",
        ExportFormat.Markdown => "markdown",
        ExportFormat.Xlsx => "xlsx",
        ExportFormat.Alto => "alto",
        ExportFormat.Pdf => "pdf",
        ExportFormat.BagIt => "bagit",
        ExportFormat.Log => "log",
        _ => throw new UnreachableException(),
    };

    /// <summary>Null where no format has this code.</summary>
    public static ExportFormat? Find(string? code) => Enum.GetValues<ExportFormat>().Cast<ExportFormat?>().FirstOrDefault(format => CodeOf(format!.Value) == code);

    /// <summary>Whether it shows one source file, and no two together.</summary>
    public static bool IsOfFile(ExportFormat format) => format is ExportFormat.Alto or ExportFormat.Pdf or ExportFormat.BagIt;

    /// <summary>Ends names of files of this format.</summary>
    public static string SuffixOf(ExportFormat format) => format switch
    {
        ExportFormat.Csv => ".csv",
        ExportFormat.WideCsv => ".wide.csv",
        ExportFormat.Jsonl => ".jsonl",
        ExportFormat.Markdown => ".md",
        ExportFormat.Xlsx => ".xlsx",
        ExportFormat.Alto => ".alto.xml",
        ExportFormat.Pdf => ".searchable.pdf",
        ExportFormat.BagIt => ".bag.zip",
        ExportFormat.Log => ".decisions.jsonl",
        _ => throw new UnreachableException(),
    };

    public static string MediaTypeOf(ExportFormat format) => format switch
    {
        ExportFormat.Csv or ExportFormat.WideCsv => "text/csv; charset=utf-8",
        ExportFormat.Jsonl or ExportFormat.Log => "application/x-ndjson",
        ExportFormat.Markdown => "text/markdown; charset=utf-8",
        ExportFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ExportFormat.Alto => "application/xml",
        ExportFormat.Pdf => "application/pdf",
        ExportFormat.BagIt => "application/zip",
        _ => throw new UnreachableException(),
    };

    /// <summary>What is written of the same reports, as it was asked for: <c>csv excel-safe</c>, <c>markdown zh</c>.</summary>
    public static string ShapeOf(ExportFormat format, bool excelSafe, Tongue tongue) => CodeOf(format) + format switch
    {
        ExportFormat.Csv or ExportFormat.WideCsv => excelSafe ? " excel-safe" : "",
        ExportFormat.Markdown or ExportFormat.Xlsx => tongue[" en", " zh"],
        _ => "",
    };

    /// <param name="format">Which.</param>
    /// <param name="excelSafe">CSV that spreadsheets open rightly; other formats are so anyway.</param>
    /// <param name="tongue">Of headings and marks for people; names of columns and members are codes.</param>
    /// <param name="pages">Has the words of pages, for formats of whole files.</param>
    public static IReportFormat Of(ExportFormat format, bool excelSafe, Tongue tongue, IPageTexts pages) => format switch
    {
        ExportFormat.Csv => TextFormat.Tidy(excelSafe),
        ExportFormat.WideCsv => TextFormat.Wide(excelSafe),
        ExportFormat.Jsonl => TextFormat.Lines(),
        ExportFormat.Markdown => TextFormat.Markdown(tongue),
        ExportFormat.Xlsx => new XlsxFormat(tongue),
        ExportFormat.Alto => FileFormat.Alto(pages),
        ExportFormat.Pdf => FileFormat.SearchablePdf(pages),
        ExportFormat.BagIt => FileFormat.Bag(pages, Program),
        ExportFormat.Log => TextFormat.Decisions(),
        _ => throw new UnreachableException(),
    };
}
