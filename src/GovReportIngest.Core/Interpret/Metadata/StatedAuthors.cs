using System.Text.RegularExpressions;

namespace GovReportIngest.Core.Interpret.Metadata;

/// <summary>A name that the text gives as the report's author.</summary>
/// <param name="IsSubject">Only the first sentence is about it; a body above may be named there.</param>
internal sealed record StatedAuthor(string Name, int Index, bool IsSubject);

/// <summary>
/// Finds agencies in the places of an author: 本报告由…编制, 现将…年度报告, 向社会公布…, 填报单位, the signature at the end, the subject of
/// the first sentence. Agencies elsewhere (that ask, lead, inspect, or are to be called) say nothing about who reports.
/// </summary>
internal static partial class StatedAuthors
{
    /// <summary>No other mark or sign than brackets stands in a name.</summary>
    private const string Name = @"(?<name>[\p{IsCJKUnifiedIdeographs}()]{3,36}?)";

    private const int LongestName = 60;

    /// <summary>Of the same kind; no report has as many.</summary>
    private const int MostNames = 40;

    private const string Year = $"{HanYear.Pattern}年";
    private const string Writes = "(?:编制|编写|编撰|撰写|起草|拟写|拟定|制作|汇编|编印)";
    private const string HowWritten = "(?:根据|依据|依照|按照|遵照|负责|统一|牵头|组织|汇总|具体|会同|综合|认真|于|在)";

    public static IReadOnlyList<StatedAuthor> Find(ReportText text)
    {
        var opening = text.Opening;
        var plain = OfThisReport().Matches(text.All).Concat(ByForm().Matches(text.All)).Concat(SelfName().Matches(text.All))
            .Take(MostNames).Concat(Announced().Matches(opening)).Concat(Published().Matches(opening)).Concat(OfYear().Matches(opening)).Concat(Gathered().Matches(opening)).Concat(Writer().Matches(opening)).Concat(By().Matches(opening))
            .Select(match => Of(match.Groups["name"], isSubject: false));
        return [.. plain.Concat(Subject().Matches(opening).Take(1).Select(match => Of(match.Groups["name"], isSubject: true)))
            .OfType<StatedAuthor>().DistinctBy(author => author.Index)];
    }

    /// <summary>The characters are a name of an agency, and nothing else.</summary>
    /// <param name="mayBePlace">A place alone stands for its government.</param>
    public static string? NameIn(string text, bool mayBePlace)
    {
        if (text.Length > LongestName)
            return null;
        var name = ShortName().Replace(Leading().Replace(text, ""), "");
        return name.Length >= 3 && !NoName().IsMatch(name) && (Ending().IsMatch(name) || (mayBePlace && RegionName.Of(name) is { IsSure: true, Text: var place } && place == name)) ? name : null;
    }

    private static StatedAuthor? Of(Group found, bool isSubject) => NameIn(found.Value, mayBePlace: !isSubject) is { } name
        ? new(name, found.Index + found.Value.IndexOf(name, StringComparison.Ordinal), isSubject) : null;

    [GeneratedRegex($"(?:本|此|该)(?:年度|政府信息公开|工作)*(?:报告|年报)[^。；;]{{0,14}}?[由系]{Name}(?:{HowWritten}|{Writes}|发布|公布|提供|完成)")]
    private static partial Regex OfThisReport();

    [GeneratedRegex($"由{Name}(?:{HowWritten}[^。；;]{{0,30}}?)?{Writes}(?:而成|完成|,|。|并|发布|公布|了?(?:本|此|该|{Year}|年度)[^。；;]{{0,24}}?(?:报告|年报))")]
    private static partial Regex By();

    [GeneratedRegex(@"(?:填报|编制|编报|编写|报告|报送)(?:单位|机关|主体|机构|部门)(?:名称)?(?:\((?:盖章|公章|章|签章)\))?:(?<name>[\p{IsCJKUnifiedIdeographs}()]{3,36}?)(?=[。,;]|$|填报|填表|报告|编制|日期|时间|年度|负责|联系|统计|[0-9(])")]
    private static partial Regex ByForm();

    [GeneratedRegex($@"(?:本机关|本单位|本局|本委|本办|本中心|我局|我委|我办|我中心|我单位)\((?:即|以下称|名称为|全称)?{Name}\)|(?:^|[。;:,]){Name}\((?:以下|下)?(?:简称|称)(?:为)?[“""]?(?:本|我)")]
    private static partial Regex SelfName();

    [GeneratedRegex($"(?:现将|现把|兹将|特将|现就)[《“]?{Name}(?:在|于)?(?:{Year}|(?:政府|政务)信?息?公开|本年度|上一年度)")]
    private static partial Regex Announced();

    [GeneratedRegex($"(?:公布|发布|公开|刊发|推出|形成|{Writes})(?:的|了)?[《“]?{Name}{Year}度?(?:政府|政务)?信?息?公开")]
    private static partial Regex Published();

    [GeneratedRegex($"(?:公布|发布|公开|刊发|推出|形成|{Writes}|[现兹特][将把就])(?:的|了)?[《“]?{Year}度?(?:的)?{Name}(?:的)?(?:政府|政务)?信?息?公开")]
    private static partial Regex OfYear();

    [GeneratedRegex($"(?:结合|汇总|根据(?=[^。；;]{{0,40}}(?:实际|情况|数据)))(?:{Year})?度?{Name}(?:{Year}度?|(?:政府|政务)?信?息?公开)(?![^。；;]{{0,20}}(?:要点|通知|方案|要求|部署|安排))[^。；;]{{0,30}}?{Writes}")]
    private static partial Regex Gathered();

    [GeneratedRegex($"(?:^|[。;:,]){Name}(?:在[^。；;]{{0,36}}?基础上,?|{HowWritten}[^。；;,]{{0,16}}?)?(?:,?(?:特|现|专门))?{Writes}(?:完成|形成)?(?:和|及|、|并)?(?:公布|发布|公开|形成|印发|提供)?(?:了|本|此|该|《|{Year})[^。；;]{{0,40}}?(?:报告|年报)")]
    private static partial Regex Writer();

    [GeneratedRegex($"(?:^|[。;:]|如下){Year}(?:度|以来|期间)?,?(?:(?:在|按照|根据)[^。；;]{{2,40}}?(?:下|部署|要求|精神),)?{Name}(?:认真|全面|严格|深入|按照|围绕|坚持|积极|紧紧|持续|高度|以|切实|始终|不断|扎实|贯彻|进一步|深化|依法|依照|主动|着力|立足|聚焦|推进|大力|继续|共|紧扣|牢牢|把|将|根据|在)")]
    private static partial Regex Subject();

    [GeneratedRegex("^.*(?:[现兹特][将把]|要求|规定|精神|部署|有关)(?=.{3})|^(?:原|即|由)")]
    private static partial Regex Leading();

    [GeneratedRegex(@"\(以?下?简?称[^()]*\)$")]
    private static partial Regex ShortName();

    [GeneratedRegex(@"(?:局|厅|委员会|人民政府|政府|管委会|办公室|办公厅|办事处|公署|委|院|中心|总队|支队|大队|总站|署|处|站|办|社|会|部|大学|学院|中学|小学|医院|公司|所|库|馆|街道|[镇乡])(?:\([^()]*\))?$")]
    private static partial Regex Ending();

    // Words of sentences, the report's own agency by a word, and bodies that lead.
    [GeneratedRegex("^[我本各该全其此]|[的了为是并就使]|^向社会|根据|按照|依据|依照|要求|情况|报告|认真|条例|社会(?!保|组|工|福|事)|^(?:省|市|县|区|州|旗|乡|镇|党)?(?:委|党委|党组|党工委)$|国务院|(?:[省市县区州旗乡镇]|以及|和)(?:委)?、")]
    private static partial Regex NoName();
}
