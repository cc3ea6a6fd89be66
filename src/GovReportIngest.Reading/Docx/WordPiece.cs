using GovReportIngest.Core.Read;

namespace GovReportIngest.Reading.Docx;

/// <summary>What the walk through a body found, in reading order.</summary>
internal abstract record WordPiece
{
    private WordPiece()
    {
    }

    internal sealed record OfBlock(FlowBlock Block) : WordPiece;

    internal sealed record OfPicture(WordPicture Picture) : WordPiece;
}
