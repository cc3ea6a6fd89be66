using System.Diagnostics;
using GovReportIngest.Core.Agencies;
using GovReportIngest.Core.Speech;

namespace GovReportIngest.Cli.Agencies;

/// <summary>What is wrong with a register, in words.</summary>
internal static class RegisterFaults
{
    public static string Of(AgencyRegisterException wrong, Tongue tongue) => wrong.Fault switch
    {
        RegisterFault.Unreadable => tongue[$"quotes that do not fit: {wrong.Subject}", $"引号不匹配：{wrong.Subject}"],
        RegisterFault.UnknownColumn => tongue[
            $"unknown or repeated column \"{wrong.Subject}\" (known: id, name, former, misprinted, region, valid_from, valid_to, successor)",
            $"未知或重复的列“{wrong.Subject}”（可用：编号、名称、曾用名、误印名、行政区划代码、起始日期、终止日期、继任机构）"],
        RegisterFault.Missing => tongue[$"{wrong.Subject} is missing", $"缺少 {wrong.Subject}"],
        RegisterFault.SameId => tongue[$"the id {wrong.Subject} is there already", $"编号 {wrong.Subject} 重复"],
        RegisterFault.WrongDay => tongue[$"\"{wrong.Subject}\" is no day, month or year (2018-03-31, 2018-03, 2018)", $"“{wrong.Subject}”不是日期（2018-03-31、2018-03、2018）"],
        RegisterFault.EndsEarly => tongue[$"{wrong.Subject} ends before it begins", $"{wrong.Subject} 的终止日期早于起始日期"],
        RegisterFault.UnknownSuccessor => tongue[$"the successor {wrong.Subject} is not in the register", $"名录中没有继任机构 {wrong.Subject}"],
        RegisterFault.SuccessorsInCircle => tongue[$"successors run in a circle: {wrong.Subject}", $"继任关系循环：{wrong.Subject}"],
        _ => throw new UnreachableException(),
    };
}
