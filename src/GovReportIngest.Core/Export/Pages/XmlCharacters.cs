using System.Xml;

namespace GovReportIngest.Core.Export.Pages;

/// <summary>Texts of documents may have characters that XML cannot hold.</summary>
public static class XmlCharacters
{
    /// <summary>The text without them.</summary>
    public static string Only(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value)).Select(rune => rune.ToString()));
}
