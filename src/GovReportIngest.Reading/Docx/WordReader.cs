using DocumentFormat.OpenXml.Packaging;
using GovReportIngest.Core.Document;
using GovReportIngest.Reading.Flow;

namespace GovReportIngest.Reading.Docx;

/// <summary>
/// The body of a DOCX file (ECMA-376) in reading order: as it would be printed, with accepted changes, without headers, footers,
/// notes and comments. Nothing outside of the file is ever fetched.
/// </summary>
internal static class WordReader
{
    private const int MostPieces = 100_000;

    /// <exception cref="OversizedDocumentException">A limit is met.</exception>
    /// <exception cref="OpenXmlPackageException">It is no DOCX file.</exception>
    /// <exception cref="System.Xml.XmlException">A part is no XML.</exception>
    public static (IReadOnlyList<FlowPart> Parts, IReadOnlyList<Problem> Problems) Read(Stream file, ReadingOptions options)
    {
        // Links that are no addresses are mended in the package, which for that must be a copy.
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        copy.Position = 0;
        using var package = WordprocessingDocument.Open(copy, true, new OpenSettings
        {
            AutoSave = false,
            MaxCharactersInPart = XmlLimits.MostCharacters,
            RelationshipErrorHandlerFactory = RelationshipErrorHandler.CreateRewriterFactory((_, _, _) => "about:blank"),
        });
        if (package.MainDocumentPart is not { } main)
            throw new InvalidDataException("The package has no main part.");
        foreach (var part in new OpenXmlPart?[] { main, main.StyleDefinitionsPart, main.NumberingDefinitionsPart }.OfType<OpenXmlPart>())
        {
            using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
            XmlLimits.Check(stream);
        }

        return main.Document?.Body is { } body
            ? WordPages.Of(WordFlow.Of(body, new(main.StyleDefinitionsPart?.Styles), new(main.NumberingDefinitionsPart?.Numbering), new(MostPieces)), main, options)
            : ([], []);
    }
}
