namespace GovReportIngest.Core.Layout.Headings;

/// <summary>What a line outside of ruled tables is. The order is that of the weights in <c>models/headings.json</c>.</summary>
internal enum LineClass
{
    Body,
    Title,
    Heading1,
    Heading2,
    Heading3,
    Heading4,

    /// <summary>Text of a table that lost its grid.</summary>
    Table,

    /// <summary>Names a table or picture, or gives its unit.</summary>
    Caption,

    /// <summary>Running header or footer.</summary>
    PageEdge,
    PageNumber,
}
