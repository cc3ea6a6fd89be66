using GovReportIngest.Core.Document;
using GovReportIngest.Core.Speech;

namespace GovReportIngest.Server.Speech;

/// <summary>What the codes of records say to a reviewer: short enough for a list. docs/record.md explains them.</summary>
internal static class ReasonWords
{
    private static readonly Dictionary<string, (string English, string Chinese)> Words = new(StringComparer.Ordinal)
    {
        ["agency-without-region"] = ("the agency's name does not say of which place", "机关名称未写明所属地区"),
        ["ambiguous-fused"] = ("digits ran together and can be parted in several ways", "数字连写，有多种拆分方式"),
        ["column-uncertain"] = ("the values may stand one column off", "数值可能错列"),
        ["conflict"] = ("a sum does not hold; this is the likeliest culprit", "勾稽不符，此处最可疑"),
        ["differs-from-review"] = ("read again, the page says otherwise than the reviewer", "重新识别的结果与复核不一致"),
        ["differs-from-sample"] = ("whoever read a sample saw something else", "抽检人员的读法与此不同"),
        ["entries-differ"] = ("two people entered different values", "两人录入不一致"),
        ["form-unknown"] = ("no form definition fits", "没有匹配的表式"),
        ["index-unclear"] = ("row numbers could not be told from values", "序号与数值无法区分"),
        ["label-doubtful"] = ("the row's label was hardly readable", "行标题难以辨认"),
        ["leading-zero"] = ("begins with 0: a digit may be the neighbour's", "以 0 开头，可能含相邻单元格的数字"),
        ["low-confidence"] = ("the text does not confirm the title", "正文未能印证标题"),
        ["low-contrast"] = ("the ink is pale", "墨迹过淡"),
        ["low-probability"] = ("read with too little certainty", "识别把握不足"),
        ["low-resolution"] = ("the page was scanned too coarsely", "扫描分辨率过低"),
        ["no-agency"] = ("no agency was found in the title", "标题中未找到机关名称"),
        ["not-found"] = ("was not found", "未找到"),
        ["period-unclear"] = ("the period is said in several ways", "统计期间表述不一"),
        ["point-or-comma"] = ("a decimal point or a thousands comma", "小数点或千分位逗号难以区分"),
        ["readers-disagree"] = ("independent readers saw different numbers", "不同识别器读数不一"),
        ["region-uncertain"] = ("the name may name another place", "名称中的地区不确定"),
        ["row-blank"] = ("the row seems blank; check that it is this row", "整行似为空白，请核对行位置"),
        ["row-cut"] = ("a page break may have parted the row", "该行可能被分页截断"),
        ["row-incomplete"] = ("the row has fewer values than columns", "该行数值少于列数"),
        ["row-not-found"] = ("the row was not found", "未找到该行"),
        ["row-uncertain"] = ("the values may be another row's", "数值可能属于另一行"),
        ["row-overfull"] = ("the row has more values than columns", "该行数值多于列数"),
        ["rows-shifted"] = ("labels and values may have moved apart", "行标题与数值可能错行"),
        ["segments-differ"] = ("readers saw different numbers of digits", "各识别器读出的位数不同"),
        ["second-look"] = ("a second person has to look", "待第二人复查"),
        ["several-reports"] = ("the file may hold several reports", "文件中可能有多份报告"),
        ["sign-unconfirmed"] = ("look for a minus sign", "请核对是否有负号"),
        ["table-not-found"] = ("the table was not found", "未找到该表"),
        ["title-differs-from-text"] = ("the text names another agency or year", "正文中的机关或年份与标题不一致"),
        ["title-incomplete"] = ("the title may lack a line", "标题可能缺行"),
        ["touches-rule"] = ("ink touches the rules of the cell", "墨迹与表格线相连"),
        ["unreadable"] = ("there is ink that could not be read", "有墨迹但无法识别"),
        ["unusual-ink"] = ("dirt, a stamp or handwriting in the cell", "单元格内有污迹、印章或手写"),
        ["number-wrapped"] = ("the digits stand on several lines", "数字分行书写"),
        ["unlike-others"] = ("this cell differs from the others", "与其他单元格不同"),
        ["variant-uncertain"] = ("the rows may be those of another variant", "行可能属于另一种表式变体"),
        ["chosen-by-identities"] = ("chosen by the sums", "由勾稽关系选定"),
        ["column-replaced"] = ("the report prints other columns", "报告使用了其他列"),
        ["fused-digits"] = ("digits ran together; one way to part them", "数字连写，仅有一种拆分"),
        ["row-absent"] = ("the row is not printed", "未印该行"),
        ["row-replaced"] = ("the report prints other rows", "报告使用了其他行"),
        ["shifted"] = ("a reviewer moved it here from another cell", "复核人员从其他单元格移至此处"),
        ["source-wrong"] = ("printed so, though it cannot be right", "原文如此，但显然有误"),
        ["agency-ambiguous"] = ("the register has several agencies of this name", "名录中有多个同名机构"),
        ["agency-unknown"] = ("the register has no agency of this name", "名录中没有此机构名称"),
        ["form-unexpected"] = ("the source was said to hold another form", "来源应为另一种表式"),
        ["witnesses-differ"] = ("another source of this report prints other figures", "同一报告的其他来源数字不同"),
        ["damaged"] = ("a part of the file is damaged or cut off", "文件部分损坏或不完整"),
        ["form-uncertain"] = ("another form fits about as well", "另一种表式同样匹配"),
        ["odd-among-equals"] = ("looks unlike others that were read alike", "与读数相同的其他单元格形状不同"),
        ["page-absent"] = ("a reviewer saw that the page is missing", "复核人员确认缺页"),
        ["page-gap"] = ("the numbers of the page images are not consecutive", "页面图像编号不连续"),
        ["page-unreadable"] = ("nothing could be read on these pages", "这些页面无法读取"),
        ["unreadable-document"] = ("nothing could be read", "整份文件无法读取"),
    };

    /// <summary>Codes with words.</summary>
    public static IReadOnlyCollection<string> Known => Words.Keys;

    /// <summary>Where the category has no words, what the problem says of itself; that is English.</summary>
    public static string Of(Problem problem, Tongue tongue) => tongue.IsChinese && Words.TryGetValue(problem.Category, out var words) ? words.Chinese : problem.Message;

    /// <summary>The code itself where it has no words.</summary>
    public static string Of(string code, Tongue tongue) => Words.TryGetValue(code, out var words) ? tongue[words.English, words.Chinese] : code;
}
