namespace GovReportIngest.SampleGenerator.Reports;

/// <summary>The places of the agencies in samples and corpora, so that the truth about them does not come from the program under test.</summary>
internal static class Places
{
    /// <summary>Those that corpora draw from.</summary>
    public static IReadOnlyList<string> OfCorpora { get; } = ["临河市", "上沙县", "枫林区", "北港市", "石门县", "安和区", "赤水河区", "大坪市", "双桥县", "望江区"];

    private static readonly string[] OfSamples =
    [
        "石泉市", "柏林县", "云梯区", "东垣市", "清屏县", "梅岭市", "白沙县", "东洲区", "西渡市", "北塬县", "秋浦市", "宁川县", "南屏市",
        "柳河区", "云岭市", "石桥区", "青塘县", "松坪市", "岚溪县", "漳溪县", "平潭县", "平潭综合实验区", "平潭综合实验区金井片区", "平潭综合实验区海坛片区", "淮安市洪泽区", "金湖县",
    ];

    /// <summary>The place that <paramref name="agency"/> begins with; null where it is none of these.</summary>
    public static string? Of(string agency) =>
        OfCorpora.Concat(OfSamples).Where(place => agency.StartsWith(place, StringComparison.Ordinal)).MaxBy(place => place.Length);
}
