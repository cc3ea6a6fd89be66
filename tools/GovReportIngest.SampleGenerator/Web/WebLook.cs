using GovReportIngest.SampleGenerator.Print;

namespace GovReportIngest.SampleGenerator.Web;

internal enum WebFamily
{
    /// <summary>A portal's article page: blocks, style sheets, navigation, tools, side lists, foot.</summary>
    Portal,

    /// <summary>A page of long ago: GBK, tables for layout around everything, font elements, lines parted by <c>br</c>.</summary>
    LayoutTables,

    /// <summary>Saved from a word processor: paragraphs and spans in every cell, source broken at a width.</summary>
    WordProcessor,
}

/// <summary>How a report stands on a web page.</summary>
internal sealed record WebLook(WebFamily Family, HtmlLook Tables)
{
    public string Name => Family switch
    {
        WebFamily.Portal => "web-portal",
        WebFamily.LayoutTables => "web-layout-tables",
        _ => "web-word",
    };

    /// <summary>Section headings are heading elements; else paragraphs that look like them, or like any other.</summary>
    public bool HasHeadingElements { get; init; }

    public bool HasBoldHeadings { get; init; }

    /// <summary>Every table stands in a table of one cell, each cell's text in another.</summary>
    public bool HasNestedTables { get; init; }

    /// <summary>Rows and cells that no one sees stand among the others.</summary>
    public bool HasHiddenCells { get; init; }

    public bool HasDoctype { get; init; } = true;

    public bool DeclaresCharset { get; init; } = true;

    /// <summary>One of utf-8, gb18030, utf-16.</summary>
    public string Charset { get; init; } = "utf-8";

    public static WebLook Choose(Dice dice)
    {
        var tables = new HtmlLook("web", "sans-serif")
        {
            TotalBesideApplicants = dice.Chance(0.3),
            Groups = dice.Pick(GroupLabels.Beside, GroupLabels.Beside, GroupLabels.Beside, GroupLabels.RowAcross, GroupLabels.RowWithBlanks),
            HasUnitColumn = dice.Chance(0.1),
            CourtsApart = dice.Chance(0.1),
            FullWidthDigits = dice.Chance(0.1),
            ThousandsMarks = dice.Chance(0.1),
        };
        var family = dice.Pick(WebFamily.Portal, WebFamily.LayoutTables, WebFamily.WordProcessor);
        return new(family, tables)
        {
            HasHeadingElements = dice.Chance(0.4),
            HasBoldHeadings = dice.Chance(0.5),
            HasNestedTables = family is WebFamily.LayoutTables && dice.Chance(0.4),
            HasHiddenCells = dice.Chance(0.3),
            HasDoctype = family is WebFamily.Portal || dice.Chance(0.4),
            DeclaresCharset = dice.Chance(0.7),
            Charset = family is WebFamily.Portal ? dice.Pick("utf-8", "utf-8", "utf-16") : dice.Pick("gb18030", "gb18030", "utf-8"),
        };
    }
}
