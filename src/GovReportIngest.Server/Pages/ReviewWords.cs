using System.Text.Json;
using GovReportIngest.Core.Speech;
using GovReportIngest.Server.Api;

namespace GovReportIngest.Server.Pages;

/// <summary>What the script of the review page says.</summary>
internal static class ReviewWords
{
    public static IReadOnlyList<(string Key, string Words)> Keys(Tongue tongue) =>
    [
        ("Enter", tongue["confirm what is shown, or what was typed", "确认当前显示或输入的内容"]),
        ("0 … 9", tongue["type what the page prints", "直接输入原文数字"]),
        ("Alt+1 … 9", tongue["take a candidate", "选用候选值"]),
        ("Tab, Shift+Tab", tongue["next, previous open field", "下一个、上一个待核字段"]),
        ("↑ ↓ ← →", tongue["move in the table (while nothing is typed)", "在表格中移动（未输入时）"]),
        ("b", tongue["the cell is blank", "单元格空白"]),
        ("p", tongue["the cell has a placeholder (/, —, 无)", "单元格为占位符（/、—、无）"]),
        ("x", tongue["cannot be read", "无法辨认"]),
        ("m", tongue["is not there", "报告中无此项"]),
        ("w", tongue["printed so, though the source is wrong", "原文如此，但原文有误"]),
        ("k", tongue["known from elsewhere, not printed", "已知但未印出的值"]),
        ("c", tongue["say something about it", "添加备注"]),
        ("s", tongue["move cells that were read into the wrong row or column: arrows move, s takes other cells, Enter decides, Esc leaves", "移动错行、错列的单元格：方向键移动，s 换选区，Enter 确认，Esc 放弃"]),
        ("g", tongue["put pages and form right: turn, part or move a page, say that one is missing, say which form it is", "修正页面与表式：旋转、拆分、调序、缺页、指定表式"]),
        ("u", tongue["take back the last decision", "撤销上一个决定"]),
        ("n", tongue["next report", "下一份报告"]),
        ("PgUp, PgDn", tongue["previous, next page of the source", "原文上一页、下一页"]),
        ("Alt+F, Alt+0, Alt+R", tongue["show the field, the whole page, turn the page", "定位字段、整页、旋转"]),
        ("?", tongue["these keys", "显示快捷键"]),
        ("Alt+…", tongue["letters with Alt where text is typed", "在文字字段中，字母键须与 Alt 同按"]),
    ];

    /// <summary>Without characters that end a script element.</summary>
    public static string Json(Tongue tongue) => JsonSerializer.Serialize(new Dictionary<string, string>
    {
        ["accepted"] = DocumentStateWords.Of("accepted", tongue),
        ["needs-review"] = DocumentStateWords.Of("needs-review", tongue),
        ["rejected"] = DocumentStateWords.Of("rejected", tongue),
        ["open"] = tongue["{0} open", "待核 {0} 项"],
        ["done"] = tongue["Everything is decided. Press n for the next report.", "全部已决定。按 n 进入下一份。"],
        ["second"] = tongue["Your part is done; a second person has to look. Press n for the next report.", "您的部分已完成，待第二人复查。按 n 进入下一份。"],
        ["confirmed"] = tongue["Confirmed: {0}", "已确认：{0}"],
        ["corrected"] = tongue["Corrected: {0}", "已更正：{0}"],
        ["settled"] = tongue["Settled: {0}", "已处理：{0}"],
        ["reversed"] = tongue["Taken back: {0}", "已撤销：{0}"],
        ["table"] = tongue["table", "表格"],
        ["shifted"] = tongue["Cells moved.", "单元格已移动。"],
        ["shift-nothing"] = tongue["Choose a cell of a table first.", "请先选择表格中的单元格。"],
        ["shift-below"] = tongue["This row and all below:", "本行及以下各行："],
        ["shift-row"] = tongue["This row:", "本行："],
        ["shift-right"] = tongue["This cell and all to its right:", "本格及右侧各格："],
        ["shift-column"] = tongue["This column:", "本列："],
        ["shift-table"] = tongue["The whole table:", "整张表："],
        ["shift-keys"] = tongue["arrows move, s takes other cells, Enter decides, Esc leaves.", "方向键移动，s 换选区，Enter 确认，Esc 放弃。"],
        ["shift-lost"] = tongue["Left out then: {0}", "将被舍去的值：{0}"],
        ["repair-right"] = tongue["Page {0} is to be turned right: read it again", "第 {0} 页右转 90° 后重新识别"],
        ["repair-over"] = tongue["Page {0} stands on its head: read it again", "第 {0} 页倒置，翻转后重新识别"],
        ["repair-left"] = tongue["Page {0} is to be turned left: read it again", "第 {0} 页左转 90° 后重新识别"],
        ["repair-two"] = tongue["Page {0} shows two pages", "第 {0} 页含左右两页"],
        ["repair-one"] = tongue["Page {0} is one page, not two", "第 {0} 页只是一页，不应拆分"],
        ["repair-earlier"] = tongue["Page {0} belongs before the one before it", "第 {0} 页应前移一页"],
        ["repair-later"] = tongue["Page {0} belongs behind the one behind it", "第 {0} 页应后移一页"],
        ["repair-absent"] = tongue["A page is missing: what was not found of this table is not there", "缺页：本表未找到的内容不在文件中"],
        ["repair-back"] = tongue["Take back: {0}", "撤销：{0}"],
        ["absent"] = tongue["Marked as missing: {0}", "已标为缺页：{0}"],
        ["rereading"] = tongue["The document is being read again …", "正在重新识别文件……"],
        ["how-read"] = tongue["how it is read", "识别方式"],
        ["comment"] = tongue["What is to be said?", "备注内容"],
        ["commented"] = tongue["Said about {0}.", "已为 {0} 添加备注。"],
        ["nothing"] = tongue["There is nothing to take back.", "没有可撤销的决定。"],
        ["held"] = tongue["{0} works on this report. You can look, but not decide.", "{0} 正在处理这份报告，您可以查看但不能决定。"],
        ["offline"] = tongue["The server does not answer. Nothing was decided; try again.", "服务器没有响应，尚未作出决定，请重试。"],
        ["known"] = tongue["Known value, and where it is known from (12; yearbook 2020)", "已知值及其来源（12；2020 年鉴）"],
        ["page"] = tongue["{0} / {1}", "{0} / {1}"],
        ["blank"] = tongue["blank", "空白"],
        ["placeholder"] = tongue["placeholder", "占位符"],
        ["missing"] = tongue["not there", "无此项"],
        ["unreadable"] = tongue["unreadable", "无法辨认"],
        ["extracted"] = tongue["the machine had read: {0}", "机器识别：{0}"],
        ["asserted"] = tongue["known, not printed: {0}", "已知未印：{0}"],
        ["probability"] = tongue["probability {0}", "概率 {0}"],
        ["confirmed-state"] = tongue["confirmed by a person", "已人工确认"],
        ["corrected-state"] = tongue["corrected by a person", "已人工更正"],
        ["no-value"] = tongue["no value of this field", "不是该字段的有效值"],
        ["typed-first"] = tongue["Press Enter for what you typed first.", "请先按 Enter 确认已输入的内容。"],
        ["dropped"] = tongue["Keys that were typed meanwhile were dropped.", "其间的按键已忽略。"],
        ["no-next"] = tongue["Nothing else is open.", "没有其他待核报告。"],
    }, ApiJson.Default.DictionaryStringString);
}
