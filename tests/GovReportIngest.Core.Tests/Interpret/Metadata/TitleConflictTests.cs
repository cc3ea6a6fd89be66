using GovReportIngest.Core.Document.Record;
using GovReportIngest.TestKit;
using Xunit.Abstractions;

namespace GovReportIngest.Core.Tests.Interpret.Metadata;

/// <summary>Reports whose text names another author or year than their title, and many more whose text only seems to.</summary>
public sealed class TitleConflictTests(ITestOutputHelper output)
{
    private const string Code = "title-differs-from-text";

    /// <summary>{0} stands for the author, {1} for the year.</summary>
    private static readonly string[] Authorship =
    [
        "本报告由{0}编制。",
        "本报告由{0}根据《中华人民共和国政府信息公开条例》编制，向社会公布。",
        "本年度报告由{0}负责编写，欢迎监督。",
        "根据《条例》第五十条，由{0}编制{1}年政府信息公开工作年度报告。",
        "按照要求，由{0}汇总各科室材料编写而成。",
        "依照有关规定，{0}编写并发布{1}年度报告。",
        "根据《中华人民共和国政府信息公开条例》（以下简称《条例》）要求，{0}编制了{1}年度政府信息公开工作报告。",
        "按照省政府办公厅通知精神，{0}特编制本年度报告。",
        "现将{0}{1}年度政府信息公开工作情况报告如下：",
        "现将{0}{1}年政府信息公开工作年度报告公布如下。",
        "现将{0}政府信息公开工作情况报告如下。",
        "根据条例规定，现就{0}{1}年度政府信息公开工作报告如下：",
        "特向社会公布{0}{1}年政府信息公开工作年度报告。",
        "现公布《{0}{1}年政府信息公开工作年度报告》。",
        "根据条例要求，现向社会公开{0}{1}年度政府信息公开工作年度报告。",
        "{1}年，{0}认真贯彻落实条例，各项工作有序开展。",
        "{1}年，{0}严格按照上级部署推进公开工作。",
        "{1}年度，{0}坚持以公开为常态，持续改进服务。",
        "{1}年以来，{0}高度重视信息公开工作。",
        "编制单位：{0}",
        "填报单位（盖章）：{0}",
        "本机关（{0}）{1}年主动公开各类信息。",
        "{0}（以下简称“我局”）{1}年主动公开信息。",
        "各项工作有序开展。\n\n六、其他需要报告的事项\n\n无。\n\n{0}\n\n2024年1月20日",
        "各项工作有序开展。\n\n六、其他需要报告的事项\n\n无。\n\n{0}\n二〇二四年一月二十日",
        "各项工作有序开展。\n\n六、其他需要报告的事项\n\n无。\n\n{0}  2024年1月20日",
        "各项工作有序开展。\n\n六、其他需要报告的事项\n\n无。\n\n2024年1月22日",
    ];

    private static readonly string[] OtherYears =
    [
        "本报告所列数据的统计期限自{1}年1月1日起至12月31日止。",
        "统计期限自{1}年1月1日至{1}年12月31日。",
        "数据统计时段为{1}年全年。",
        "{1}年1月1日至12月31日，我局主动公开信息30条。",
        "现将我局{1}年度政府信息公开工作报告如下：",
        "根据条例，现将{1}年政府信息公开工作情况报告如下。",
        "现将石门县教育局{1}年政府信息公开工作年度报告公布如下。",
        "按照规定，我局编制了{1}年度政府信息公开工作年度报告。",
        "本报告是石门县教育局{1}年政府信息公开工作的总结。",
        "依照有关规定，石门县教育局编写并发布{1}年度报告。",
        "特向社会公布石门县教育局{1}年政府信息公开工作年度报告。",
        "{1}年，我局围绕中心任务推进信息公开。",
        "{1}年度，我局认真贯彻条例，有序开展工作。",
        "{1}年，石门县教育局严格落实条例，有序开展工作。",
    ];

    private static readonly (string Title, string Other)[] Pairs =
    [
        ("石门县教育局", "石门县水利局"), ("石门县教育局", "石门县体育局"), ("石门县教育局", "双桥县教育局"), ("石门县教育局", "县民政局"),
        ("青松市安和区财政局", "青松市望江区财政局"), ("青松市发展和改革委员会", "青松市卫生健康委员会"), ("石门县望江镇人民政府", "石门县临河镇人民政府"),
        ("双桥县人民政府办公室", "石门县人民政府办公室"), ("准格尔旗统计局", "准格尔旗审计局"), ("石门县档案馆", "望江区人民政府办公室"), ("青松经济技术开发区管理委员会", "大坪经济技术开发区管理委员会"),
    ];

    [Fact]
    public void Another_author_is_found_in_the_words_of_many_reports()
    {
        var cases = Pairs.SelectMany(pair => Authorship.SkipLast(1).Select(sentence => (pair.Title, pair.Other, Sentence: string.Format(null, sentence, pair.Other, 2023)))).ToList();

        var missed = cases.Where(planted => Field(planted.Title, planted.Sentence, "report.agency") is var agency
            && !(agency.Review is ReviewState.Open && agency.Reasons.Contains(Code) && agency.Candidates.Any(other => other.Value == new FieldValue.Words(planted.Other)))).ToList();

        output.WriteLine($"{cases.Count - missed.Count} of {cases.Count} planted authors found; missed: {string.Join("; ", missed)}");
        Assert.True(missed.Count * 20 <= cases.Count, $"{missed.Count} of {cases.Count} missed: {string.Join("; ", missed)}");
    }

    [Fact]
    public void Another_year_is_found_in_the_words_of_many_reports()
    {
        var cases = OtherYears.SelectMany(sentence => new[] { 2019, 2022, 2024 }.Select(year => (Year: year, Sentence: string.Format(null, sentence, "", year)))).ToList();

        var missed = cases.Where(planted => Field("石门县教育局", planted.Sentence, "report.year") is var year
            && !(year.Reasons.Contains(Code) && year.Candidates.Any(other => other.Value == new FieldValue.Number(planted.Year)) && year.Evidence.Count > 1)).ToList();

        output.WriteLine($"{cases.Count - missed.Count} of {cases.Count} planted years found; missed: {string.Join("; ", missed)}");
        Assert.True(missed.Count * 20 <= cases.Count, $"{missed.Count} of {cases.Count} missed: {string.Join("; ", missed)}");
    }

    /// <summary>The agency itself, under the names that reports give it.</summary>
    [Theory]
    [InlineData("石门县教育局", "石门县教育局")]
    [InlineData("石门县教育局", "青松市石门县教育局")]
    [InlineData("青松市石门县教育局", "石门县教育局")]
    [InlineData("石门县教育局", "县教育局")]
    [InlineData("石门县教育局", "我局")]
    [InlineData("石门县教育局", "本机关")]
    [InlineData("石门县教育局", "石门县教育局办公室")]
    [InlineData("石门县教育局", "石门县教育体育局")]
    [InlineData("石门县教育局", "局办公室")]
    [InlineData("石门县教育局", "石门县政府信息公开办公室")]
    [InlineData("石门县发展和改革委员会", "石门县发改委")]
    [InlineData("石门县卫生健康委员会", "县卫健委")]
    [InlineData("石门县人力资源和社会保障局", "石门县人社局")]
    [InlineData("石门县市场监督管理局", "石门县市场监管局")]
    [InlineData("石门县住房和城乡建设局", "县住建局")]
    [InlineData("石门县人民政府", "石门县人民政府办公室")]
    [InlineData("石门县人民政府办公室", "县政府办")]
    [InlineData("石门县人民政府", "石门县政务服务和数据管理局")]
    [InlineData("石门县望江镇人民政府", "望江镇党政办公室")]
    [InlineData("新华区政务服务和大数数据管理局", "平顶山市新华区政务服务和大数据管理局")]
    [InlineData("政务服务和大数据管理局", "龙亭区政务服务和大数据管理局")]
    public void The_same_agency_by_another_name_is_no_conflict(string title, string other)
    {
        foreach (var sentence in Authorship)
            AssertAgrees(title, string.Format(null, sentence, other, 2023));
    }

    [Theory]
    [InlineData("2023年，在县委、县政府的正确领导下，我局认真贯彻落实《条例》。")]
    [InlineData("2023年，按照县委、县政府的统一部署，我局把公开工作列入议程。现将我局2023年度政府信息公开工作报告如下：")]
    [InlineData("根据《中华人民共和国政府信息公开条例》（2019年修订）和《国务院办公厅政府信息与政务公开办公室关于印发〈年度报告格式〉的通知》（国办公开办函〔2021〕30号）要求，编制本报告。")]
    [InlineData("按照国务院办公厅发布的年度报告格式，结合石门县人民政府办公室要求，我局编制了2023年度报告。")]
    [InlineData("根据省政府办公厅《关于做好2022年度政府信息公开工作年度报告编制工作的通知》，编制2023年度报告。")]
    [InlineData("2022年，我局获评先进。2023年，我局再接再厉。现将2023年度工作报告如下。")]
    [InlineData("自2019年机构改革以来，我局持续完善制度。2023年，我局主动公开信息30条。")]
    [InlineData("如有疑问，请与石门县人民政府办公室联系，地址：石门县政府大院，电话：0123。电子版可在石门县人民政府网站下载。")]
    [InlineData("本报告的电子版可在石门县人民政府门户网站下载，由县政府信息中心负责维护。")]
    [InlineData("2023年，石门县人民政府坚持以人民为中心，统筹推进公开工作。")]
    [InlineData("2023年，青松市人民政府坚持统筹推进，全市公开工作有序开展。")]
    [InlineData("2023年，青松市教育局扎实推进全市公开工作，我局按要求落实。")]
    [InlineData("由县财政局编制的预算、由县审计局出具的审计报告均按时公开。")]
    [InlineData("2024年，我局将继续努力。")]
    [InlineData("各项工作有序开展。\n\n六、其他需要报告的事项\n\n无。\n\n石门县人民政府门户网站 版权所有\n\n主办：石门县人民政府办公室")]
    [InlineData("各项工作有序开展。\n\n六、其他需要报告的事项\n\n无。\n\n上一篇：双桥县水利局2022年政府信息公开工作年度报告\n双桥县民政局2021年政府信息公开工作年度报告")]
    [InlineData("各项工作有序开展。\n\n六、其他需要报告的事项\n\n2023年度未收取信息处理费。2022年收取0元。")]
    [InlineData("根据条例第五十条，2024年1月编制本报告。")]
    [InlineData("本报告依据2019年修订的《条例》和2021年印发的格式编写，反映石门县教育局2023年政府信息公开工作情况。")]
    public void What_others_did_and_other_years_are_no_conflict(string sentence) => AssertAgrees("石门县教育局", sentence);

    [Theory]
    [InlineData("石门县教育局2022年政府信息公开工作年度报告", "report.year")]
    [InlineData("双桥县水利局2023年政府信息公开工作年度报告", "report.agency")]
    public void Two_titles_above_a_report_that_differ_leave_open_what_differs(string other, string path)
    {
        var record = TextReports.Ingest($"{other}\n\n石门县教育局2023年政府信息公开工作年度报告\n\n一、总体情况\n\n工作平稳。\n");

        Assert.Equal(
            new[] { path, "report.title" }.Order(StringComparer.Ordinal),
            record.Fields.Where(field => field.Value.Reasons.Contains(Code) && field.Key != "report.region").Select(field => field.Key).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("2023年1月1日至12月31日")]
    [InlineData("本报告由石门县水利局编制，")]
    [InlineData("县区市")]
    [InlineData("石门县水利局2022年政府信息公开工作年度报告\n")]
    [InlineData("2022年，石门县水利局认真2024年1月20日\n")]
    public void A_hostile_text_takes_no_longer_than_its_length(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 60_000 / piece.Length));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        TextReports.Ingest($"{text}\n石门县教育局2023年政府信息公开工作年度报告\n{text}\n2024年1月20日");

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
    }

    private void AssertAgrees(string title, string sentence)
    {
        foreach (var (path, field) in Record(title, sentence).Fields)
            if (field.Reasons.Contains(Code))
            {
                output.WriteLine($"{title}: {sentence}");
                Assert.Fail($"{path}: {string.Join(", ", field.Candidates.Select(other => other.Value))} in: {sentence}");
            }
    }

    private static RecordField Field(string title, string sentence, string path) => Record(title, sentence).Fields.Single(field => field.Key == path).Value;

    private static ReportRecord Record(string title, string sentence) =>
        TextReports.Ingest($"{title}2023年政府信息公开工作年度报告\n\n一、总体情况\n\n{sentence}\n");
}
