using System.Globalization;
using System.Xml;

namespace GovReportIngest.Exporting.Xlsx;

/// <summary>The looks of a workbook, numbered as they are first used (ECMA-376, part 1, 18.8).</summary>
internal sealed class XlsxStyles
{
    private static readonly string?[] FillColours = [null, "FFEDF2F7", "FFFFF2B3", "FFE2F0D9", "FFD9D9D9", "FFF8CBAD"];

    private readonly Dictionary<Look, int> numbers = new() { [new(IsBare: true)] = 0 };

    public int NumberOf(Look look)
    {
        if (!numbers.TryGetValue(look, out var number))
            numbers[look] = number = numbers.Count;
        return number;
    }

    public void Write(Stream output)
    {
        using var xml = XmlWriter.Create(output, XlsxText.Settings);
        xml.WriteStartElement("styleSheet", XlsxText.Main);
        Fonts(xml);
        Fills(xml);
        xml.WriteRaw("""<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"><color rgb="FFB7B7B7"/></left><right style="thin"><color rgb="FFB7B7B7"/></right><top style="thin"><color rgb="FFB7B7B7"/></top><bottom style="thin"><color rgb="FFB7B7B7"/></bottom><diagonal/></border></borders>""");
        xml.WriteRaw("""<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>""");
        xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<cellXfs count=\"{numbers.Count}\">"));
        foreach (var (look, _) in numbers.OrderBy(look => look.Value))
            xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"""
                <xf numFmtId="0" fontId="{(int)look.Ink}" fillId="{(look.Fill is Fill.None ? 0 : (int)look.Fill + 1)}" borderId="{(look.IsBare ? 0 : 1)}" xfId="0"{(look.IsLiteral ? " quotePrefix=\"1\"" : "")} applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment {(look.IsCentred ? "horizontal=\"center\" " : "")}vertical="center" wrapText="1"/></xf>
                """));
        xml.WriteRaw("</cellXfs>");
        xml.WriteRaw("""<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>""");
        xml.WriteEndElement();
    }

    private static void Fonts(XmlWriter xml) => xml.WriteRaw("""
        <fonts count="4"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><sz val="11"/><color rgb="FF808080"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><color rgb="FFC00000"/><name val="Calibri"/><family val="2"/></font></fonts>
        """);

    /// <summary>The first two are prescribed.</summary>
    private static void Fills(XmlWriter xml)
    {
        xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<fills count=\"{FillColours.Length + 1}\">"));
        xml.WriteRaw("""<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>""");
        foreach (var colour in FillColours.OfType<string>())
            xml.WriteRaw($"""<fill><patternFill patternType="solid"><fgColor rgb="{colour}"/><bgColor indexed="64"/></patternFill></fill>""");
        xml.WriteRaw("</fills>");
    }
}
