using System.Text.RegularExpressions;
using GovReportIngest.Core.Interpret.Labels;

namespace GovReportIngest.Core.Interpret.Metadata;

/// <summary>
/// An agency's name as its place and its office, to tell another agency from the same one under a fuller or a shorter name
/// (平顶山市新华区财政局, 新华区财政局, 区财政局; 发展和改革委员会, 发改委), from its own units, and from the office that writes for a government.
/// </summary>
internal sealed partial record AgencyName(string Text, string Region, string Office)
{
    /// <summary>So alike, two names on a scan may be one that was misread.</summary>
    private const double LikeOnScan = 0.6;

    public static AgencyName Of(string text)
    {
        var plain = Party().Replace(text, "");
        var region = RegionName.Of(plain).Text ?? "";
        var at = region.Length == 0 ? 0 : plain.IndexOf(region, StringComparison.Ordinal);
        return new(plain, region, region.Length > 0 ? plain.Remove(at, region.Length) : OwnRank().Replace(plain, ""));
    }

    /// <summary>Nothing says that <paramref name="other"/>, which a report names as its author, is another agency than this one.</summary>
    public bool MayBe(AgencyName other, bool isScanned)
    {
        if (Text.Contains(other.Text, StringComparison.Ordinal) || other.Text.Contains(Text, StringComparison.Ordinal))
            return true;
        if (isScanned && (Similarity.OfWhole(Text, other.Text) >= LikeOnScan || Similarity.OfPart(other.Office, Text) >= LikeOnScan))
            return true;
        return IsSamePlace(Region, other.Region) && MayBeOffice(other);
    }

    /// <summary>A government, the party, or the office above of the same kind: it leads the agency and does not write its report.</summary>
    public bool IsLedBy(AgencyName other)
    {
        var isAbove = RankOf(other.Region) > RankOf(Region);
        return PartyOrGovernment().IsMatch(other.Office)
            ? isAbove || IsSamePlace(Region, other.Region)
            : isAbove && (IsWithin(Office, other.Office) || IsWithin(other.Office, Office));
    }

    private bool MayBeOffice(AgencyName other) =>
        Office.Length == 0 || other.Office.Length == 0 || IsWithin(Office, other.Office) || IsWithin(other.Office, Office)
        // What an office of a government, or of its information work, writes is the government's; so is what a unit writes its agency's.
        || Government().IsMatch(Office) || InformationOffice().IsMatch(other.Office) || (other.Region.Length == 0 && Unit().IsMatch(other.Office));

    private static bool IsSamePlace(string one, string other) => IsWithin(one, other) || IsWithin(other, one);

    /// <summary>All characters of the shorter, in order, stand in the longer, and both end alike.</summary>
    private static bool IsWithin(string shorter, string longer)
    {
        if (shorter.Length == 0)
            return true;
        var at = 0;
        foreach (var character in longer)
            if (at < shorter.Length && shorter[at] == character)
                at++;
        return at == shorter.Length;
    }

    private static int RankOf(string region) => region.Length == 0 ? 0 : region[^1] switch
    {
        '省' => 4,
        '区' when region.EndsWith("自治区", StringComparison.Ordinal) => 4,
        '市' or '州' or '盟' => 3,
        '县' or '区' or '旗' => 2,
        _ => 1,
    };

    [GeneratedRegex("^(?:中共|中国共产党)")]
    private static partial Regex Party();

    [GeneratedRegex("^[省市区县州盟旗镇乡](?=.{2})")]
    private static partial Regex OwnRank();

    [GeneratedRegex("^(?:人民政府|政府|(?:委|委员会|党委|党组|党工委)(?:$|办|党))")]
    private static partial Regex PartyOrGovernment();

    [GeneratedRegex("^(?:人民政府|政府|管理?委员会|管委会|街道办事处|办事处|行政公署)(?:办公室|办公厅|$)")]
    private static partial Regex Government();

    [GeneratedRegex("信息公开|政务公开|公开办")]
    private static partial Regex InformationOffice();

    [GeneratedRegex("^.{0,8}(?:科|股|室|处|组|办|中心)$")]
    private static partial Regex Unit();
}
