using DocumentFormat.OpenXml.Packaging;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Flow;

namespace GovReportIngest.Reading.Docx;

/// <summary>Puts the pictures of a package where its body shows them. Only what lies inside the package is opened.</summary>
internal sealed class WordPages(MainDocumentPart main, ReadingOptions options)
{
    private const int BufferBytes = 1 << 16;

    private readonly EmbeddedPictures pictures = new(options);
    private readonly List<FlowPart> parts = [];
    private readonly List<FlowBlock> blocks = [];

    public static (IReadOnlyList<FlowPart> Parts, IReadOnlyList<Problem> Problems) Of(IReadOnlyList<WordPiece> pieces, MainDocumentPart main, ReadingOptions options)
    {
        var parts = new WordPages(main, options);
        foreach (var piece in pieces)
            switch (piece)
            {
                case WordPiece.OfBlock { Block: var block }:
                    parts.blocks.Add(block);
                    break;
                case WordPiece.OfPicture { Picture: var picture }:
                    parts.Add(picture);
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }

        parts.EndBlocks();
        return (parts.parts, parts.pictures.Problem is { } unread ? [unread] : []);
    }

    private void Add(WordPicture picture)
    {
        if (picture.Relation is null || !main.TryGetPartById(picture.Relation, out var part) || part is not ImagePart || BytesOf(part, pictures.BytesLeft) is not { } bytes)
            pictures.Miss();
        else if (pictures.Open(bytes, picture.Shown) is { } pages)
        {
            EndBlocks();
            parts.Add(new() { Pages = pages });
        }
    }

    private void EndBlocks()
    {
        if (blocks.Count > 0)
            parts.Add(new() { Blocks = [.. blocks], Why = "word-document" });
        blocks.Clear();
    }

    /// <summary>What a package says of the length of its parts is not believed. Null where there is nothing, or more than that.</summary>
    private static byte[]? BytesOf(OpenXmlPart part, long most)
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var bytes = new MemoryStream();
        var buffer = new byte[BufferBytes];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            if (bytes.Length + read > most)
                return null;
            bytes.Write(buffer, 0, read);
        }

        return bytes.Length == 0 ? null : bytes.ToArray();
    }
}
