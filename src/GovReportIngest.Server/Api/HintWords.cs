using System.Diagnostics;
using GovReportIngest.Core.Read;
using GovReportIngest.Core.Review;
using GovReportIngest.Core.Speech;
using GovReportIngest.Server.Speech;

namespace GovReportIngest.Server.Api;

/// <summary>What people said about how a document is read, in words.</summary>
internal static class HintWords
{
    public static string Of(ReadingHint hint, FieldLabels labels, Tongue tongue) => hint switch
    {
        ReadingHint.Turn turn => tongue[$"page {turn.Page} turned by {turn.Degrees}°", $"第 {turn.Page} 页旋转 {turn.Degrees}°"],
        ReadingHint.Spread { IsOfTwo: true } spread => tongue[$"page {spread.Page} shows two pages", $"第 {spread.Page} 页含左右两页"],
        ReadingHint.Spread spread => tongue[$"page {spread.Page} is one page", $"第 {spread.Page} 页为一页"],
        ReadingHint.Order order => tongue[$"pages in the order {string.Join(", ", order.Pages)}", $"页序 {string.Join("、", order.Pages)}"],
        ReadingHint.OfForm { Id: ReadingHint.OfForm.NoForm } => tongue["of no known form", "不属于任何已知表式"],
        ReadingHint.LeftOut left => tongue[$"page {left.Page} left out", $"舍去第 {left.Page} 页"],
        ReadingHint.TableAt table => tongue[$"{labels.Of(Decision.StructurePrefix + table.Table)}: on page {PagesOf(table)}", $"“{labels.Of(Decision.StructurePrefix + table.Table)}”位于第 {PagesOf(table)} 页"],
        ReadingHint.TableIn table => tongue[$"{labels.Of(Decision.StructurePrefix + table.Table)}: {PlaceOf(table.Place, tongue)}", $"“{labels.Of(Decision.StructurePrefix + table.Table)}”位于{PlaceOf(table.Place, tongue)}"],
        ReadingHint.Rules rules => tongue[$"rules of page {rules.Page}: {CountOf(rules, true)} drawn, {CountOf(rules, false)} struck out", $"第 {rules.Page} 页表格线：补 {CountOf(rules, true)} 条，删 {CountOf(rules, false)} 条"],
        ReadingHint.Parts { Starts.Count: 0 } => tongue["the file is one report", "整个文件是一份报告"],
        ReadingHint.Parts parts => tongue[$"{parts.Starts.Count + 1} reports, the further ones from {PlacesOf(parts, tongue)}", $"共 {parts.Starts.Count + 1} 份报告，后续报告始于{PlacesOf(parts, tongue)}"],
        ReadingHint.OfForm form => tongue[$"form: {FormWords.Of(form.Id, tongue)}", $"表式：{FormWords.Of(form.Id, tongue)}"],
        _ => throw new UnreachableException(),
    };

    private static string PlacesOf(ReadingHint.Parts parts, Tongue tongue) => string.Join(tongue[", ", "、"], parts.Starts.Select(start => start switch
    {
        ReportStart.OnPage(var page) => tongue[$"page {page}", $"第 {page} 页"],
        ReportStart.OnLine(var line) => tongue[$"line {line}", $"第 {line} 行"],
        ReportStart.AtNode(var node) => node,
        _ => throw new UnreachableException(),
    }));

    private static string PlaceOf(SourceSpan place, Tongue tongue) => place switch
    {
        SourceSpan.OfLines(var first, var last) => tongue[$"lines {first} to {last}", $"第 {first} 至 {last} 行"],
        SourceSpan.OfNodes(var first, var last) => first == last ? first : tongue[$"{first} to {last}", $"{first} 至 {last}"],
        _ => throw new UnreachableException(),
    };

    private static string PagesOf(ReadingHint.TableAt table) => string.Join(", ", table.Places.Select(place => place.Page));

    private static int CountOf(ReadingHint.Rules rules, bool isDrawn) => rules.Marks.Count(mark => mark.IsDrawn == isDrawn);
}
