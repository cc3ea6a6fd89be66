using System.Text;
using System.Text.RegularExpressions;

namespace GovReportIngest.SampleGenerator.Print;

/// <summary>Makes two prints of one page equal: dates and ids get fixed characters of the same length, so that no offset moves.</summary>
internal static partial class PdfBytes
{
    public static byte[] Normalised(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        text = Date().Replace(text, match => "D:" + new string('0', match.Length - 2));
        text = HexId().Replace(text, match => Zeroed(match.Value));
        return Encoding.Latin1.GetBytes(DocumentChecksum().Replace(text, match => Zeroed(match.Value)));
    }

    private static string Zeroed(string value) => HexRun().Replace(value, run => new string('0', run.Length));

    [GeneratedRegex(@"D:\d{14}")]
    private static partial Regex Date();

    [GeneratedRegex(@"/ID\s*\[\s*<[0-9A-Fa-f]{32}>\s*<[0-9A-Fa-f]{32}>\s*\]")]
    private static partial Regex HexId();

    [GeneratedRegex(@"/DocChecksum\s*/[0-9A-Fa-f]{32}")]
    private static partial Regex DocumentChecksum();

    [GeneratedRegex(@"[0-9A-Fa-f]{32}")]
    private static partial Regex HexRun();
}
