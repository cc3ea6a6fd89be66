using System.Text.RegularExpressions;
using GovReportIngest.Server.Speech;
using GovReportIngest.TestKit;

namespace GovReportIngest.Server.Tests.Speech;

public sealed partial class ReasonWordsTests
{
    /// <summary>The codes of fields and documents that docs/record.md lists.</summary>
    public static TheoryData<string> Codes
    {
        get
        {
            var guide = File.ReadAllText(Repository.PathOf("docs", "record.md"));
            return [.. Below(guide, "### Reasons of a field", "### Paths").Concat(Below(guide, "## Open items of a document", "## Checks")).Distinct()];
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_has_words_in_both_languages(string code)
    {
        Assert.NotEqual(code, ReasonWords.Of(code, new(false)));
        Assert.Contains(ReasonWords.Of(code, new(true)), character => character >= '一');
    }

    private static IEnumerable<string> Below(string guide, string heading, string next)
    {
        var (first, last) = (guide.IndexOf(heading, StringComparison.Ordinal), guide.IndexOf(next, StringComparison.Ordinal));
        return Code().Matches(guide[first..last]).Select(match => match.Groups[1].Value);
    }

    [GeneratedRegex(@"^\| `([a-z-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Code();
}
