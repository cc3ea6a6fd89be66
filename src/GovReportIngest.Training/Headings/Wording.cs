namespace GovReportIngest.Training.Headings;

/// <summary>
/// Titles and sentences out of the same stock of words, so that a word alone does not tell a heading. The stock is in two halves:
/// what is measured may speak in words that training has not seen.
/// </summary>
internal sealed class Wording(Draw draw, bool isUnseen)
{
    private static readonly string[] Things =
    [
        "信息公开", "政策解读", "公开目录", "窗口服务", "网站栏目", "回应关切", "档案管理", "业务培训", "公文审查", "数据开放",
        "办事指南", "监督评议", "基层站点", "公报发行", "电子阅览", "投诉处理", "保密审查", "预算执行", "项目审批", "行政执法",
        "人员配备", "经费使用", "目标考核", "文件清理", "答复流程", "征求意见", "新媒体账号", "社会评议", "教育收费", "食品安全",
        "环境监测", "土地征收", "社会救助", "工程招标", "公共资源交易", "安全生产", "乡村振兴", "养老服务", "就业创业", "医疗卫生",
    ];

    private static readonly string[] Deeds =
    [
        "加强", "推进", "规范", "完善", "健全", "深化", "强化", "优化", "提升", "落实", "抓好", "拓宽", "严格", "创新", "夯实", "细化", "统筹", "改进", "扩大", "压实",
    ];

    private static readonly string[] Frames =
    [
        "机制", "制度", "渠道", "平台", "体系", "能力", "水平", "责任", "质量", "标准", "队伍", "基础", "环境", "效能", "台账", "清单",
    ];

    private static readonly string[] Sections =
    [
        "总体情况", "概述", "基本情况", "主动公开政府信息情况", "主动公开政府信息的情况", "收到和处理政府信息公开申请情况", "依申请公开政府信息情况",
        "政府信息公开行政复议、行政诉讼情况", "因政府信息公开被申请行政复议、提起行政诉讼的情况", "存在的主要问题及改进情况", "存在的问题和改进措施",
        "其他需要报告的事项", "需要说明的其他事项", "政府信息公开收费及减免情况", "工作回顾", "下一步工作打算", "主要指标完成情况", "组织机构与人员", "统计数据", "附则",
    ];

    private static readonly string[] Parts =
    [
        "主动公开", "主动公开情况", "依申请公开", "依申请公开情况", "依申请公开方面", "政府信息管理", "政府信息管理情况", "政府信息公开平台建设", "平台建设方面", "监督保障", "强化监督保障",
        "组织领导", "制度建设情况", "工作机构情况", "重点领域公开", "解读回应", "存在的问题", "改进措施", "下一步打算", "建议提案办理结果公开",
    ];

    private static readonly string[] Units = ["条", "件", "次", "份", "场", "期", "人次", "个", "项", "篇"];

    private static readonly string[] Who = ["本机关", "本单位", "办公室", "各科室", "各镇街", "局党组", "信息中心", "政务服务大厅", "主管部门", "工作专班"];

    private readonly string[] things = Half(Things, isUnseen);
    private readonly string[] deeds = Half(Deeds, isUnseen);
    private readonly string[] frames = Half(Frames, isUnseen);

    public string Thing() => draw.Of(things);

    public string Deed() => draw.Of(deeds);

    public string Section(int index, bool isUsual) => isUsual ? Sections[(index * 3 + draw.Next(0, 2)) % Sections.Length] : draw.Chance(0.5) ? draw.Of(Sections) : Phrase();

    public string Part(bool isUsual) => isUsual || draw.Chance(0.45) ? draw.Of(Parts) : Phrase();

    /// <summary>A title of the deeper levels.</summary>
    public string Phrase() => draw.Next(0, 13) switch
    {
        0 => draw.Chance(0.4) ? Thing()[..2] : Thing(),
        1 => Thing() + draw.Any("情况", "方面", "工作", "工作情况"),
        2 or 3 => Deed() + Thing(),
        4 => Deed() + Thing() + draw.Of(frames),
        5 => $"{Deed()}{Thing()}，{Deed()}{draw.Of(frames)}",
        6 => $"{Thing()}与{Thing()}",
        7 => $"{Deed()}{Thing()}和{Thing()}" + draw.Of(frames),
        8 => $"以{Thing()}为抓手{Deed()}{draw.Of(frames)}",
        9 => $"关于{Thing()}的{draw.Any("说明", "情况", "安排")}",
        10 => $"{Thing()}{draw.Any("有待加强", "不够到位", "更加规范", "稳步推进", "取得实效")}",
        11 => $"{Thing()}、{Thing()}{draw.Any("情况", "工作", "建设")}",
        12 => $"“{Thing()}”{draw.Any("专项行动", "试点", "工作")}",
        _ => $"{draw.Next(2019, 2026)}年{Thing()}{draw.Any("情况", "重点", "要点")}",
    };

    public string Paragraph(int least = 1, int most = 5) => string.Concat(Enumerable.Range(0, draw.Next(least, most)).Select(_ => Sentence()));

    public string Sentence() => Clause() + string.Concat(Enumerable.Range(0, draw.Next(0, 3)).Select(_ => draw.Any("，", "，", "，", "；", "、") + Clause())) + draw.Any("。", "。", "。", "。", "！");

    public string Clause() => draw.Next(0, 11) switch
    {
        0 => $"全年{Deed()}{Thing()}{Count()}",
        1 => $"{draw.Of(Who)}牵头{Deed()}{Thing()}",
        2 => $"其中{Thing()}{Count()}",
        3 => $"{draw.Next(2018, 2026)}年共办理{Thing()}{Count()}",
        4 => $"对{Thing()}逐项核对并{Deed()}{draw.Of(frames)}",
        5 => $"{draw.Of(Who)}把{Thing()}列入年度考核",
        6 => $"比上年增长{draw.Next(1, 60)}.{draw.Next(0, 9)}%",
        7 => $"没有发生因{Thing()}引起的投诉",
        8 => $"在{Thing()}方面{Deed()}{draw.Of(frames)}",
        9 => $"群众可以通过网站查询{Thing()}和{Thing()}",
        10 => $"不断{Deed()}{Thing()}{draw.Of(frames)}",
        _ => $"{Deed()}{Thing()}和{Thing()}{draw.Of(frames)}",
    };

    public string Agency() => draw.Any("临溪", "安平", "北桥", "望海", "青石", "松岭", "云河", "东坪", "长坡", "白塔")
        + draw.Any("市", "县", "区") + draw.Any("财政局", "教育局", "人民政府", "人民政府办公室", "民政局", "水务局", "交通运输局", "统计局", "行政审批局", "卫生健康委员会");

    public string Count() => draw.Next(1, 900) + draw.Of(Units);

    private static string[] Half(string[] words, bool isUnseen)
    {
        // Every fourth word is kept for measuring.
        return isUnseen ? words : [.. words.Where((_, index) => index % 4 != 3)];
    }
}
