using System.Xml;
using GovReportIngest.Reading.Flow;

namespace GovReportIngest.Reading.Docx;

/// <summary>Runs over a part before a tree is made of it: trees of hostile parts end in stack overflows or eat all memory.</summary>
internal static class XmlLimits
{
    private const int DeepestNesting = 200;
    private const int MostElements = 2_000_000;

    /// <summary>Characters of one part.</summary>
    public const long MostCharacters = 100_000_000;

    /// <exception cref="OversizedDocumentException">A limit is met.</exception>
    /// <exception cref="XmlException">It is no XML, holds a DTD, or is too long.</exception>
    public static void Check(Stream part)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostCharacters };
        using var reader = XmlReader.Create(part, settings);
        var elements = 0;
        while (reader.Read())
        {
            if (reader.Depth > DeepestNesting)
                throw new OversizedDocumentException("elements inside of each other");
            if (reader.NodeType is XmlNodeType.Element && ++elements > MostElements)
                throw new OversizedDocumentException("elements");
        }
    }
}
