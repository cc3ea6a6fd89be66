namespace GovReportIngest.Core.Archives;

public enum CatalogueFault
{
    /// <summary>Neither CSV in UTF-8 or GB18030 nor a workbook.</summary>
    Unreadable,

    /// <summary>No column, or no cell, with the archival code.</summary>
    Missing,

    /// <summary>Two columns mean the same.</summary>
    SameColumn,

    /// <summary>Two rows have the same archival code.</summary>
    SameCode,
}

/// <summary>A catalogue that cannot be used; nothing was imported.</summary>
/// <param name="fault">What is wrong.</param>
/// <param name="row">In the file, from 1.</param>
/// <param name="subject">The cell or column.</param>
public sealed class CatalogueException(CatalogueFault fault, long row, string subject) : Exception($"{fault} in row {row}: {subject}")
{
    public CatalogueFault Fault { get; } = fault;

    public long Row { get; } = row;

    public string Subject { get; } = subject;
}
