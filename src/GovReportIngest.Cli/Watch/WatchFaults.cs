using System.Diagnostics;
using GovReportIngest.Core.Speech;
using GovReportIngest.Jobs.Watching;

namespace GovReportIngest.Cli.Watch;

/// <summary>What is wrong with settings of watchers, and what to do about it.</summary>
internal static class WatchFaults
{
    public static string Of(WatchSettingsException wrong, Tongue tongue)
    {
        var line = wrong.Line is { } number ? tongue[$"Line {number}: ", $"第 {number} 行："] : "";
        return line + wrong.Fault switch
        {
            WatchFault.Unreadable => tongue[$"The settings cannot be read: {wrong.Subject}: {wrong.Other}", $"无法读取设置文件：{wrong.Subject}：{wrong.Other}"],
            WatchFault.UnknownKey => tongue[$"\"{wrong.Subject}\" is no setting here. Known are: {wrong.Other}.", $"此处没有“{wrong.Subject}”这一设置项。可用：{wrong.Other}。"],
            WatchFault.WrongValue => tongue[$"\"{wrong.Subject}\" is no value for {wrong.Other}.", $"“{wrong.Subject}”不能用作 {wrong.Other} 的值。"],
            WatchFault.MissingKey => tongue[$"\"{wrong.Subject}\" is missing.", $"缺少“{wrong.Subject}”。"],
            WatchFault.NoFolder => tongue["No folder to watch is given.", "没有指定要监视的文件夹。"],
            WatchFault.NotThere => tongue[$"There is no folder {wrong.Subject}.", $"文件夹 {wrong.Subject} 不存在。"],
            WatchFault.Overlap => tongue[$"The folders overlap: {wrong.Subject} and {wrong.Other}.", $"文件夹相互重叠：{wrong.Subject} 与 {wrong.Other}。"],
            WatchFault.SameName => tongue[$"Two watched folders have the name \"{wrong.Subject}\".", $"有两个监视文件夹同名：“{wrong.Subject}”。"],
            WatchFault.NotWritable => tongue[$"Nothing can be written to {wrong.Subject}: {wrong.Other}", $"无法写入 {wrong.Subject}：{wrong.Other}"],
            _ => throw new UnreachableException(),
        };
    }

    public static string RemedyOf(WatchFault fault, Tongue tongue) => fault switch
    {
        WatchFault.Unreadable or WatchFault.UnknownKey or WatchFault.WrongValue or WatchFault.MissingKey => tongue[
            "docs/watch.md describes every setting. Nothing was begun.", "各设置项见 docs/watch.md。未开始任何处理。"],
        WatchFault.NoFolder => tongue["govreport watch FOLDER --data STORE, or --settings FILE.", "govreport watch 文件夹 --data 数据文件夹，或 --settings 设置文件。"],
        WatchFault.NotThere => tongue["Make the folder, or mount the share it lies on.", "请新建该文件夹，或挂载其所在的共享。"],
        WatchFault.Overlap => tongue[
            "Watched folders must lie beside those for originals, records and store, and beside each other: --done, --failed, --out, --data.",
            "监视文件夹之间，以及与存放原件、记录和数据的文件夹之间都不能互相包含：--done、--failed、--out、--data。"],
        WatchFault.SameName => tongue["Give them other names in a settings file (name:).", "请在设置文件中用 name: 另行命名。"],
        WatchFault.NotWritable => tongue[
            "Give folders with rights and free space (--done, --failed, --out), or leave originals in place: --leave.",
            "请用 --done、--failed、--out 指定有权限且空间足够的文件夹，或用 --leave 让原件留在原处。"],
        _ => throw new UnreachableException(),
    };
}
