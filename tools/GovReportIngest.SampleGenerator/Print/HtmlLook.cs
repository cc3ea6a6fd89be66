namespace GovReportIngest.SampleGenerator.Print;

internal enum TableLines
{
    All,
    HorizontalOnly,

    /// <summary>Grey hairlines, as web pages draw them.</summary>
    Hairlines,

    /// <summary>A heavy frame around thin inner lines.</summary>
    HeavyFrame,

    /// <summary>Three rules: above and below the header, and below the last row.</summary>
    Three,

    /// <summary>Nothing but white parts rows and columns.</summary>
    None,
}

/// <summary>Where a block of table 3 (<c>（三）不予公开</c>) has its name.</summary>
internal enum GroupLabels
{
    /// <summary>In a column of its own, over all rows of the block.</summary>
    Beside,

    /// <summary>In a row of its own over the whole width.</summary>
    RowAcross,

    /// <summary>In a row of its own with blank value cells.</summary>
    RowWithBlanks,
}

/// <summary>The looks of a printed report. Sizes are in points.</summary>
internal sealed record HtmlLook(string Name, string Font)
{
    public string TitleFont { get; init; } = Font;

    public double Size { get; init; } = 12;

    public double TableSize { get; init; } = 9;

    public double TitleSize { get; init; } = 20;

    /// <summary>Extra space between the characters of the title, in em.</summary>
    public double TitleSpacing { get; init; }

    public double LineHeight { get; init; } = 1.7;

    public TableLines Lines { get; init; } = TableLines.All;

    /// <summary>CSS colour behind the header cells, null for none.</summary>
    public string? HeaderShade { get; init; }

    /// <summary>CSS colour behind every second row, null for none.</summary>
    public string? RowShade { get; init; }

    public bool RepeatsHeader { get; init; }

    public string Paper { get; init; } = "A4";

    public bool IsLandscape { get; init; }

    /// <summary>CSS margins of the page.</summary>
    public string Margins { get; init; } = "25mm 22mm";

    public bool HasPageNumbers { get; init; }

    public string? RunningHeader { get; init; }

    /// <summary>Starts table 3 this far down its page, so that it runs over the break (points).</summary>
    public double SpaceBeforeRequests { get; init; }

    /// <summary>A row may be cut by the page's end, also inside a block of table 3.</summary>
    public bool RowsMayBreak { get; init; }

    public double CellPadding { get; init; } = 2;

    public bool NumbersToTheRight { get; init; }

    /// <summary>The total column stands beside the applicants' columns and not under their header.</summary>
    public bool TotalBesideApplicants { get; init; }

    public string LabelWidth { get; init; } = "34%";

    public GroupLabels Groups { get; init; }

    /// <summary>A column 单位 between labels and values of table 3.</summary>
    public bool HasUnitColumn { get; init; }

    /// <summary>Table 4 as two tables side by side, review and litigation.</summary>
    public bool CourtsApart { get; init; }

    /// <summary>Table 3 stands on landscape pages of its own, turned in the file so that their text runs upwards.</summary>
    public bool RequestsOnTurnedPage { get; init; }

    public bool FullWidthDigits { get; init; }

    /// <summary>1,234 for 1234.</summary>
    public bool ThousandsMarks { get; init; }

    /// <summary>The agency has a line of its own in the title.</summary>
    public bool TitleOnTwoLines { get; init; }

    /// <summary>Extra space between the digits of a value, in em.</summary>
    public double DigitSpacing { get; init; }

    public string HeadingAlign { get; init; } = "left";
}
