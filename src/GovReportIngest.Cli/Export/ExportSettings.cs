using GovReportIngest.Exporting;

namespace GovReportIngest.Cli.Export;

/// <summary>What the user asked <c>export</c> to do, checked.</summary>
internal sealed record ExportSettings
{
    public const string Pipe = "-";

    /// <summary>Folder of the store.</summary>
    public required string Data { get; init; }

    public required ExportChoice Choice { get; init; }

    public required ExportFormat Format { get; init; }

    public required string Out { get; init; }

    /// <summary>Token of a delivery that this one follows; null for other exports.</summary>
    public string? ChangedSince { get; init; }

    public bool ExcelSafe { get; init; }

    public bool Json { get; init; }

    public bool IsToPipe => Out == Pipe;

    /// <summary>One file a report.</summary>
    public bool IsToFolder => !IsToPipe && (Path.EndsInDirectorySeparator(Out) || Directory.Exists(Out));
}
