namespace GovReportIngest.SampleGenerator.Reports;

/// <summary>Sentence templates of our own, varied by the dice. The numbers in them agree with the tables.</summary>
internal sealed class Prose(string agency, int year, FigureSet figures, Dice dice)
{
    private readonly string _self = dice.Pick("本机关", "本单位", "我单位");
    private int Few(int least, int most) => dice.Next(least, most + 1);

    /// <summary>The first paragraph, and whether it states the period of the figures.</summary>
    public (string Text, bool StatesPeriod) Opening() => dice.Pick(
        ($"{year}年，{agency}围绕中心任务推进信息公开，现按照年度报告的统一格式，将有关情况报告如下。本报告所列数据的统计期限自{year}年1月1日起至12月31日止。", true),
        ($"本报告由{agency}依照条例第五十条编写，数据统计时段为{year}年全年。读者如对报告内容有疑问，可在工作日拨打值班电话咨询。", true),
        ($"依照有关规定，{agency}编写并发布{year}年度报告。报告共六个部分，电子版可从门户网站下载。", false));

    public IEnumerable<(string Title, string[] Paragraphs)> Parts(PartNumbering numbering)
    {
        (string, string[])[] all =
        [
            ("主动公开", Proactive()), ("依申请公开", Requests()), ("政府信息管理", Management()),
            ("政府信息公开平台建设", Platform()), ("监督保障", Oversight()),
        ];
        return numbering == PartNumbering.Bracketed ? all : [("主动公开情况", all[0].Item2), ("依申请公开情况", all[1].Item2), ("强化监督保障", all[4].Item2)];
    }

    private string[] Proactive() =>
    [
        $"全年通过门户网站发布各类信息{Few(120, 4800)}条，其中工作动态{Few(60, 900)}条、通知公告{Few(20, 400)}条、政策解读{Few(5, 90)}条。" + dice.Pick(
            $"对重点民生项目，{_self}每季度公布一次进展，配以图表，便于群众了解资金去向。",
            $"{_self}把公开的时限写进办文流程，文件印发之日起十个工作日内上网的比例达到{Few(90, 99)}.{Few(1, 9)}%。",
            $"惠民补贴的发放名单在村务公开栏和网站同步张贴，接到更正意见{Few(2, 19)}条，全部核实。"),
        $"1.整理历史文件。对{year - 9}年以来印发的{Few(150, 700)}份文件逐件核对效力，失效的加注标识，继续有效的按主题重新编目。2.办好公开日活动。{Few(3, 11)}月邀请市民代表{Few(15, 80)}人参观办事窗口，收集建议{Few(8, 40)}条。",
    ];

    /// <summary>What the text says of the applications received, as the table does.</summary>
    public static string Received(int year, FigureSet figures) => figures[FigureSet.Request("new_received", "total")].Value is > 0 and var count
        ? $"{year}年新收到政府信息公开申请{count}件，"
        : $"{year}年收到的申请情况见第三部分表格，";

    private string[] Requests()
    {
        return
        [
            Received(year, figures) + dice.Pick(
                "每件申请均有专人登记、转办、催办，答复书在发出之前由法制人员复核一遍。",
                "当面申请的由窗口当场登记，网上申请的在两个工作日内与申请人联系，确认所需内容。",
                "涉及第三方权益的，先书面征求意见，再作出答复，往来文书一并归档。"),
        ];
    }

    private string[] Management() =>
    [
        dice.Pick(
            $"文件起草时同步确定公开属性，不宜公开的写明理由。全年审核文件{Few(80, 600)}份，退回补充理由{Few(3, 30)}份。",
            $"建立信息台账，每条信息从采集到上网都能查到经手人。年中抽查{Few(100, 500)}条，发现差错{Few(1, 12)}处，当日改正。",
            $"档案室与信息科合署核对目录，把纸质公报{Few(12, 60)}期扫描入库，公众可在阅览室免费查阅。"),
    ];

    private string[] Platform() =>
    [
        dice.Pick(
            $"网站改版后首页栏目由{Few(30, 45)}个减为{Few(12, 25)}个，检索框移到页首，老年版字号放大一倍。政务微信推送{Few(80, 500)}期。",
            $"为乡镇阅览点更换查询终端{Few(4, 26)}台，网速提升后打开目录页的平均用时降到{Few(1, 2)}.{Few(1, 9)}秒。",
            $"公报电子版与纸质版同日上线，全年点击{Few(9, 88)}.{Few(1, 9)}万次，较上年有所增长。"),
    ];

    private string[] Oversight() =>
    [
        dice.Pick(
            $"{_self}每月抽查一次栏目更新，对超期的{Few(1, 9)}个栏目发出提醒单。全年组织培训{Few(2, 6)}场，参加{Few(60, 320)}人次。",
            $"把公开工作列入科室考核，占{Few(2, 6)}分。社会评议发放问卷{Few(100, 900)}份，满意率{Few(91, 98)}%，没有发生需要追究责任的情形。",
            $"值班人员记录群众来电{Few(30, 260)}个，能够当场回答的占八成，其余在三日内回电。"),
    ];

    public IEnumerable<string> Problems() =>
    [
        dice.Pick(
            "回看一年的工作，仍有几处短板：一是个别栏目内容陈旧，更新间隔偏长；二是解读材料文字偏多，图示偏少。",
            "目前的不足主要有两点：部分科室对公开边界把握不准，遇事习惯先问后发；基层查阅点开放时间偏短，周末无人值守。",
            "存在的主要困难是人手紧、业务新。新到岗的同志对答复文书的格式不熟，有的答复引用条款不够准确。"),
        dice.Pick(
            $"{year + 1}年，{_self}将列出更新周期清单，到期自动提醒；每份重要文件至少配一张流程图，并请非本行业的同事试读。",
            $"今后将编写答复范例{Few(8, 24)}则，逐月组织讨论；周末轮流安排一名工作人员在查阅点值守，方便上班族前来查询。",
            $"下一步，拟与邻近单位结对互查，每季度交换意见一次，并把查出的问题和改正结果一起公布。"),
    ];

    public string Fees() => dice.Pick(
        $"{year}年，{_self}没有向申请人收取信息处理费。除上述内容外，无其他事项需要报告。",
        $"本年度信息处理费收取金额为零。其他事项：无。",
        $"{year}年未发出收费通知，也没有收取信息处理费。");
}
