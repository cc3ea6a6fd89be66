using System.CommandLine;
using GovReportIngest.Cli.Store;
using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Speech;
using GovReportIngest.Jobs.Listing;
using GovReportIngest.Jobs.Processing;
using GovReportIngest.Jobs.Watching;

namespace GovReportIngest.Cli.Watch;

/// <summary>The options of <c>watch</c>, and the settings that they or a file make.</summary>
internal sealed class WatchOptions
{
    private readonly Argument<string[]> folders;
    private readonly Option<string?> settings;
    private readonly Option<string?> data;
    private readonly Option<string?> output;
    private readonly Option<TimeSpan?> every;
    private readonly Option<TimeSpan?> stable;
    private readonly Option<bool> leave;
    private readonly Option<string?> done;
    private readonly Option<string?> failed;
    private readonly Option<int> priority;
    private readonly Option<string[]> tags;
    private readonly Option<string> per;
    private readonly Option<string?> follow;
    private readonly Option<bool> privateHosts;
    private readonly Option<int?> workers;
    private readonly Option<bool> once;
    private readonly Option<bool> json;

    public WatchOptions(Tongue tongue)
    {
        folders = new("folder") { Description = tongue["Folders to watch, or addresses of pages that list reports", "要监视的文件夹，或列出报告的网页地址"], Arity = ArgumentArity.ZeroOrMore };
        settings = new("--settings") { Description = tongue["Settings file for any number of folders, in place of the options of folders", "设置文件，可设任意多个文件夹，代替文件夹的各选项"] };
        data = new("--data") { Description = tongue["Folder of the store (made if it is not there)", "数据文件夹（没有则新建）"] };
        output = new("--out", "-o") { Description = tongue["Folder to write the records to as well", "同时把记录写入此文件夹"] };
        every = Duration("--every", tongue["How often a folder is looked at (10s), or a page (6h)", "查看文件夹（10s）或网页（6h）的间隔"], tongue);
        stable = Duration("--stable", tongue["For how long a file must not have changed (5s)", "文件多久不变才算写完（5s）"], tongue);
        leave = new("--leave") { Description = tongue["Leave originals in place", "原件留在原处"] };
        done = new("--done") { Description = tongue["Folder for originals that were read (FOLDER.done)", "已处理原件的去处（文件夹名.done）"] };
        failed = new("--failed") { Description = tongue["Folder for originals that were refused or rejected, with the reason (FOLDER.failed)", "被拒收原件及原因说明的去处（文件夹名.failed）"] };
        priority = new("--priority") { DefaultValueFactory = _ => 0, Description = tongue["The greater, the earlier documents are read", "数值越大越先处理"] };
        tags = new("--tag") { Description = tongue["Word that the documents get; may be given several times", "给文件加上的标签，可多次使用"] };
        per = new("--document-per") { DefaultValueFactory = _ => "auto", Description = tongue["What one document is: auto, file or folder, as for ingest", "一份文件的单位：auto、file 或 folder，同 ingest"] };
        per.AcceptOnlyFromAmong("auto", "file", "folder");
        follow = new("--follow") { Description = tongue[$"Pattern of the links of such a page that lead to reports ({WatchedListing.DefaultFollow})", $"网页中报告链接的匹配模式（{WatchedListing.DefaultFollow}）"] };
        follow.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } pattern && WatchedListing.TryPattern(pattern) is null)
                result.AddError(tongue[$"--follow: \"{pattern}\" is no pattern.", $"--follow：“{pattern}”不是有效的模式。"]);
        });
        privateHosts = PrivateHosts(tongue);
        workers = new("--workers", "-w") { Description = tongue["Documents read at the same time (as many as cores)", "同时处理的文件数（默认等于处理器核数）"] };
        once = new("--once") { Description = tongue["End when all that lies in the folders is read", "处理完文件夹中现有的文件后结束"] };
        json = new("--json") { Description = tongue["Print what happens as JSON lines", "以 JSON 行输出过程"] };
    }

    public void AddTo(Command command, Tongue tongue)
    {
        command.Arguments.Add(folders);
        foreach (var option in new Option[] { settings, data, output, every, stable, leave, done, failed, priority, tags, per, follow, privateHosts, workers, once, json })
            command.Options.Add(option);
        command.Validators.Add(result =>
        {
            var isFile = result.GetValue(settings) is not null;
            if (isFile == (result.GetValue(folders) is { Length: > 0 }))
                result.AddError(tongue["Give folders to watch, or --settings FILE.", "请给出要监视的文件夹，或用 --settings 指定设置文件。"]);
            else if (!isFile && string.IsNullOrEmpty(result.GetValue(data)))
                result.AddError(tongue["Give the folder of the store: --data STORE.", "请用 --data 指定数据文件夹。"]);
            else if (result.GetValue(leave) && (result.GetValue(done) ?? result.GetValue(failed)) is not null)
                result.AddError(tongue["--leave does not go together with --done or --failed.", "--leave 不能与 --done 或 --failed 同用。"]);
        });
    }

    public bool IsOnce(ParseResult parsed) => parsed.GetValue(once);

    public bool AsJson(ParseResult parsed) => parsed.GetValue(json);

    /// <exception cref="WatchSettingsException">The settings file is wrong.</exception>
    public WatchSettings Read(ParseResult parsed)
    {
        var store = parsed.GetValue(data) is { Length: > 0 } folder ? Path.GetFullPath(folder) : null;
        var read = parsed.GetValue(settings) is { } file ? WatchSettingsFile.Read(file, store)
            : new WatchSettings
            {
                Data = store!,
                Folders = [.. parsed.GetValue(folders)!.Where(place => WatchedListing.TryAddress(place) is null).Select(watched => FolderOf(parsed, watched))],
                Listings = [.. parsed.GetValue(folders)!.Select(WatchedListing.TryAddress).OfType<Uri>().Select(page => ListingOf(parsed, page))],
            };
        return Allowing(read, parsed.GetValue(privateHosts)) with
        {
            Out = parsed.GetValue(output) is { Length: > 0 } records ? Path.GetFullPath(records) : read.Out, Workers = parsed.GetValue(workers) ?? read.Workers,
        };
    }

    /// <summary>Folders with the defaults of <c>watch</c>, or those of a settings file; none, where neither is given.</summary>
    /// <param name="data">Folder of the store; absolute.</param>
    /// <exception cref="WatchSettingsException">The settings file is wrong.</exception>
    public static WatchSettings Read(string data, IReadOnlyList<string> folders, string? settings) => settings is not null ? WatchSettingsFile.Read(settings, data)
        : new() { Data = data, Folders = [.. folders.Select(path => FolderOf(RealPath.Of(path)))] };

    public static Option<bool> PrivateHosts(Tongue tongue) => new("--allow-private-hosts")
    {
        Description = tongue["Lists may lead to addresses of private networks and of this machine", "允许访问内网和本机地址上的网页"],
    };

    /// <summary>The settings, with or without the right to ask servers of private networks.</summary>
    public static WatchSettings Allowing(WatchSettings settings, bool isPrivateAllowed) =>
        settings with { Listings = [.. settings.Listings.Select(watched => watched with { IsPrivateAllowed = isPrivateAllowed })] };

    /// <summary>Workers as the settings say, and limits as <c>ingest</c> has them.</summary>
    public static WorkerLimits LimitsOf(WatchSettings settings) => settings.Workers is { } number ? new() { Workers = Math.Max(1, number) } : new();

    private static WatchedFolder FolderOf(string folder) => new()
    {
        Folder = folder, Name = Path.GetFileName(folder), Done = WatchSettingsFile.DefaultTargets(folder).Done, Failed = WatchSettingsFile.DefaultTargets(folder).Failed,
    };

    private WatchedFolder FolderOf(ParseResult parsed, string path)
    {
        var usual = FolderOf(RealPath.Of(path));
        string? TargetOf(Option<string?> option, string? otherwise) => parsed.GetValue(leave) ? null : Path.GetFullPath(parsed.GetValue(option) ?? otherwise!);
        return usual with
        {
            Done = TargetOf(done, usual.Done),
            Failed = TargetOf(failed, usual.Failed),
            Every = parsed.GetValue(every) ?? WatchedFolder.DefaultEvery,
            Stable = parsed.GetValue(stable) ?? WatchedFolder.DefaultStable,
            Priority = parsed.GetValue(priority),
            Tags = parsed.GetValue(tags) ?? [],
            DocumentPer = Enum.Parse<DocumentPer>(parsed.GetValue(per)!, ignoreCase: true),
        };
    }

    private WatchedListing ListingOf(ParseResult parsed, Uri page) => new()
    {
        Name = page.IdnHost,
        Pages = [page],
        Follow = parsed.GetValue(follow) is { } pattern ? WatchedListing.TryPattern(pattern)! : WatchedListing.UsualFollow,
        Every = parsed.GetValue(every) ?? WatchedListing.DefaultEvery,
        Priority = parsed.GetValue(priority),
        Tags = parsed.GetValue(tags) ?? [],
    };

    private static Option<TimeSpan?> Duration(string name, string description, Tongue tongue) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            if (!Durations.TryParse(result.Tokens[^1].Value, out var duration))
                result.AddError(tongue[$"{name}: a length of time such as 500ms, 10s, 5m", $"{name}：请写成 500ms、10s、5m 这样的时长"]);
            return duration;
        },
    };
}
