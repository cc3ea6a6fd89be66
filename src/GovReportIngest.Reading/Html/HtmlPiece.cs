using GovReportIngest.Core.Read;

namespace GovReportIngest.Reading.Html;

/// <summary>What the walk through a page found, in the order in which it is shown.</summary>
internal abstract record HtmlPiece
{
    private HtmlPiece()
    {
    }

    /// <param name="Paragraph">The line.</param>
    /// <param name="LinkShare">Share of its characters that are links.</param>
    /// <param name="IsFurniture">See <see cref="ElementLook.IsFurniture"/>.</param>
    internal sealed record Line(FlowBlock.Paragraph Paragraph, double LinkShare, bool IsFurniture) : HtmlPiece;

    /// <param name="Grid">The table.</param>
    /// <param name="Figures">Cells that hold a number or stand for one.</param>
    internal sealed record Table(FlowBlock.Grid Grid, int Figures) : HtmlPiece;

    /// <summary>A picture, or a link to a file, by the address that the page gives.</summary>
    internal sealed record Reference(string Address, bool IsPicture, string Node) : HtmlPiece;
}
