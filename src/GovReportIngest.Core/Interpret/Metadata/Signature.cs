using System.Text.RegularExpressions;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Interpret.Labels;
using GovReportIngest.Core.Layout;

namespace GovReportIngest.Core.Interpret.Metadata;

/// <summary>The name under a report, where a date stands below or beside it; without a date a name at the end may be a site's.</summary>
internal static partial class Signature
{
    private const int MostLines = 6;

    public static (string Name, Evidence Place)? Find(IReadOnlyList<Block.OfLine> lines)
    {
        for (var i = lines.Count - 1; i >= Math.Max(0, lines.Count - MostLines); i--)
        {
            var text = Plain(lines[i].Line.Text);
            var date = Date().Match(text);
            if (!date.Success)
                continue;
            var (line, name) = date.Index > 0 ? (lines[i], text[..date.Index]) : i > 0 ? (lines[i - 1], Plain(lines[i - 1].Line.Text)) : (lines[i], "");
            if (StatedAuthors.NameIn(Stamp().Replace(name, ""), mayBePlace: false) is { } agency)
                return (agency, line.Line.Locate());
        }

        return null;
    }

    private static string Plain(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)).Select(LabelText.Fold));

    [GeneratedRegex($"{HanYear.Pattern}年{HanYear.SmallPattern}月(?:{HanYear.SmallPattern}[日号])?$|20[0-9]{{2}}[./-][0-9]{{1,2}}[./-][0-9]{{1,2}}$")]
    private static partial Regex Date();

    [GeneratedRegex(@"\((?:盖章|公章|章|印章)\)|[,。、:]$|^(?:报告|编制|发布|填报)(?:单位|机关):")]
    private static partial Regex Stamp();
}
