using System.Text.RegularExpressions;

namespace GovReportIngest.Core.Interpret.Metadata;

/// <summary>
/// The place that an agency's name begins with, as printed: <c>平顶山市新华区</c> of 平顶山市新华区政务服务局. Only ranks of places
/// (省, 市, 区, 县, 旗, 镇 …) tell where it ends; the same characters in names of institutions (市场监督, 城乡建设, 社区) end no place.
/// </summary>
/// <param name="Text">Null where the name begins with no place.</param>
/// <param name="IsSure">False where a place may be named without its rank, or what is named may be no place.</param>
internal readonly partial record struct RegionName(string? Text, bool IsSure)
{
    private const int LongestPlace = 15;

    public static RegionName Of(string agency)
    {
        var start = Central().Match(agency) is { Success: true } central ? central.Length : Party().Match(agency).Length;
        var end = start;
        while (EndOfPlace(agency, end) is > 0 and var next)
            end = next;
        if (end > start)
            return new(agency[start..end], !IsStreetOfOthers(agency, end));
        // 国家统计局 is of the whole country; 国家统计局石门调查队 names a place that nothing sets apart.
        var isCentral = (start > 0 && start == agency.Length) || National().IsMatch(agency);
        return new(null, isCentral || !Rank().IsMatch(agency));
    }

    /// <summary>Behind the next place's rank; 0 where no place follows.</summary>
    private static int EndOfPlace(string name, int from)
    {
        for (var i = from + 1; i < Math.Min(name.Length, from + LongestPlace); i++)
        {
            if (Institution().IsMatch(name[from..(i + 1)]))
                return 0;
            if (IsRank(name, from, i))
                return i + 1;
        }

        return 0;
    }

    private static bool IsRank(string name, int from, int at)
    {
        var (before, behind) = (name[from..at], name[(at + 1)..]);
        // 杭州市, 沙县区, 贵州省: the place's own name ends with a rank.
        if (LaterRank().IsMatch(behind) && (behind[0] != name[at] || behind[0] is '市' or '镇' or '乡'))
            return false;
        return name[at] switch
        {
            '省' or '县' or '旗' => true,
            '市' => before != "城" && !behind.StartsWith('场'),
            '区' => !OtherAreas().IsMatch(before) && behind is not (['划' or '域', ..]),
            '州' => true,
            '盟' => before.Length > 1 && before[^1] is not ('联' or '同' or '民'),
            '镇' or '乡' => (before[^1] != '城' || behind.StartsWith("人民", StringComparison.Ordinal) || behind.StartsWith("政府", StringComparison.Ordinal))
                && !behind.StartsWith('村') && !behind.StartsWith('镇'),
            '道' => before[^1] == '街' && before.Length > 1,
            '木' => before[^1] == '苏' && before.Length > 1,
            _ => false,
        };
    }

    /// <summary>石门县人民政府望江街道办事处: the place that comes first is not the one it is for.</summary>
    private static bool IsStreetOfOthers(string agency, int end) =>
        agency.AsSpan(end).StartsWith("人民政府", StringComparison.Ordinal) && Offshoot().IsMatch(agency[end..]);

    [GeneratedRegex("^(?:中华人民共和国|国家|中国)[^省市县区州旗]{0,12}?(?:总局|银行|委员会|局)")]
    private static partial Regex Central();

    [GeneratedRegex("^(?:中共|中国共产党)?")]
    private static partial Regex Party();

    [GeneratedRegex("^(?:国务院|全国|最高)|^.{2,12}部$")]
    private static partial Regex National();

    [GeneratedRegex("局|厅|政府|委员会|管委会|办公室|银行|公司|总队|支队|大队|法院|检察院|医院|大学|学院|学校|中心(?!镇|乡)|监狱|海关")]
    private static partial Regex Institution();

    /// <summary>A rank, unless it begins a word of the institution's own (市场, 市政, 区划, 县级).</summary>
    [GeneratedRegex("^(?:[省市县区](?!场|容|[直级域际]|划|政(?!务|府|协|法)|民(?!政|族))|[镇乡](?=人民|政府|党|$))")]
    private static partial Regex LaterRank();

    /// <summary>Areas that are no places of their own: of people, of nature, of a body's work.</summary>
    [GeneratedRegex("(?:社|校|小|灌|库|牧|老|护|困地|军)$|^山$")]
    private static partial Regex OtherAreas();

    [GeneratedRegex("(?<=.)[省市区县州盟旗镇乡]|街道|海关|分局|调查队|分行|支行")]
    private static partial Regex Rank();

    [GeneratedRegex("(?:街道|镇|乡)(?:办事处|人民政府)$")]
    private static partial Regex Offshoot();
}
