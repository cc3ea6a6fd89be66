namespace GovReportIngest.SampleGenerator.Docx;

/// <summary>Styles and list definitions of the files.</summary>
internal static class WordParts
{
    public static string Styles(WordLook look) => $"<w:styles {WordFile.Namespaces}>"
        + "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"32\"/></w:rPr></w:rPrDefault></w:docDefaults>"
        + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/></w:style>"
        + string.Concat(Enumerable.Range(1, 3).Select(level =>
            $"<w:style w:type=\"paragraph\" w:styleId=\"{level}\"><w:name w:val=\"{(look.HasChineseStyleNames ? $"标题 {level}" : $"heading {level}")}\"/><w:basedOn w:val=\"a\"/>"
            + $"<w:pPr>{(look.HasAutomaticNumbers ? $"<w:numPr><w:ilvl w:val=\"{level - 1}\"/><w:numId w:val=\"1\"/></w:numPr>" : "")}{(look.HasChineseStyleNames ? "" : $"<w:outlineLvl w:val=\"{level - 1}\"/>")}</w:pPr>"
            + $"<w:rPr><w:b/><w:sz w:val=\"{36 - 2 * level}\"/></w:rPr></w:style>"))
        + "<w:style w:type=\"paragraph\" w:styleId=\"toc1\"><w:name w:val=\"toc 1\"/><w:basedOn w:val=\"a\"/></w:style>"
        + "<w:style w:type=\"character\" w:styleId=\"gone\"><w:name w:val=\"gone\"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>";

    public static string Numbering() => $"<w:numbering {WordFile.Namespaces}><w:abstractNum w:abstractNumId=\"7\">"
        + Level(0, "chineseCountingThousand", "%1、") + Level(1, "chineseCounting", "（%2）") + Level(2, "decimal", "%3.")
        + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num></w:numbering>";

    private static string Level(int level, string format, string text) =>
        $"<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:suff w:val=\"{(level == 0 ? "nothing" : "tab")}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>";
}
