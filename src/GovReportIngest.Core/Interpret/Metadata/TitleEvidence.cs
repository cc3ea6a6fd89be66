using System.Text.RegularExpressions;
using GovReportIngest.Core.Interpret.Labels;

namespace GovReportIngest.Core.Interpret.Metadata;

/// <summary>
/// What the running text of a scan says about its title. The engine's confidence does not tell right from wrong characters of
/// names, and nothing checks a name; but reports name their agency and their year again in the text, in another size, and a
/// reading that both places agree on was made twice.
/// </summary>
/// <param name="text">The running text without the title, white space left out.</param>
internal sealed partial class TitleEvidence(string text)
{
    /// <summary>Characters that names of agencies end with: what goes on with one of them is a longer name.</summary>
    private const string LastOfNames = "局厅委会办室府部院署处队所站社行校司心区县市";

    /// <summary>Words before a name, as reports use them; any other character of Han before it belongs to the name.</summary>
    private const string BeforeNames = "由是为在经对与和及向按照年有本据";

    /// <summary>The name stands in the text, whole: neither longer nor shorter.</summary>
    public bool Names(string agency)
    {
        if (agency.Length == 0)
            return false;
        var found = false;
        for (var at = text.IndexOf(agency, StringComparison.Ordinal); at >= 0; at = text.IndexOf(agency, at + 1, StringComparison.Ordinal))
        {
            var (before, behind) = (at > 0 ? text[at - 1] : '。', at + agency.Length < text.Length ? text[at + agency.Length] : '。');
            if ((LabelText.IsHan(before) && !BeforeNames.Contains(before, StringComparison.Ordinal)) || LastOfNames.Contains(behind, StringComparison.Ordinal))
                return false;
            found = true;
        }

        return found;
    }

    /// <summary>No year is named more often than this one.</summary>
    public bool IsAbout(string year)
    {
        var years = Years().Matches(text).CountBy(match => match.Value).ToDictionary(StringComparer.Ordinal);
        return years.TryGetValue(year, out var count) && count == years.Values.Max();
    }

    /// <summary>The title is agency, year, and a usual name of such a report: nothing in it was not checked.</summary>
    public static bool IsUsual(string title, string agency, string year) =>
        title.StartsWith(agency, StringComparison.Ordinal) && Rest().Match(title[agency.Length..]) is { Success: true } rest && rest.Groups["year"].Value == year;

    [GeneratedRegex(@"20\d{2}(?=年)")]
    private static partial Regex Years();

    [GeneratedRegex("^(?<year>20[0-9]{2})年度?(?:政府信息公开|政务公开)(?:工作)?(?:年度)?报告$")]
    private static partial Regex Rest();
}
