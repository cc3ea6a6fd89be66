using System.CommandLine;
using GovReportIngest.Cli.Serving;
using GovReportIngest.Cli.Store;
using GovReportIngest.Cli.Watch;
using GovReportIngest.Core.Speech;
using GovReportIngest.Jobs;
using GovReportIngest.Jobs.Processing;
using GovReportIngest.Server;
using GovReportIngest.Storage;

namespace GovReportIngest.Cli.Commands;

/// <summary><c>govreport serve --data DIR</c>: the review application.</summary>
internal static class ServeCommand
{
    public static Command Create(Tongue tongue)
    {
        var data = StoreOptions.Data(tongue);
        var url = new Option<Uri>("--url")
        {
            DefaultValueFactory = _ => new(ServerOptions.DefaultUrl), CustomParser = result => Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var given)
                && given.Scheme is "http" or "https" && given.AbsolutePath == "/" ? given : Refuse(result, tongue["--url: such as http://127.0.0.1:5080", "--url：如 http://127.0.0.1:5080"]),
            Description = tongue["Address to listen on", "监听地址"],
        };
        var hosts = new Option<string[]>("--host") { Description = tongue["Name by which browsers address it (repeatable)", "浏览器访问时使用的主机名（可重复）"] };
        var proxy = new Option<bool>("--behind-proxy") { Description = tongue["A proxy in front speaks TLS with browsers", "由前置代理提供 TLS"] };
        var certificate = new Option<string?>("--certificate") { Description = tongue["PEM file of the certificate", "证书（PEM 文件）"] };
        var key = new Option<string?>("--certificate-key") { Description = tongue["PEM file of its key", "证书私钥（PEM 文件）"] };
        var workers = StoreOptions.Workers(tongue);
        var watch = new Option<string[]>("--watch") { Description = tongue["Folder to watch as well, as watch does (repeatable)", "同时监视此文件夹，同 watch（可重复）"] };
        var settings = new Option<string?>("--settings") { Description = tongue["Settings file of watch, in place of --watch", "watch 的设置文件，代替 --watch"] };
        var privateHosts = WatchOptions.PrivateHosts(tongue);
        var json = new Option<bool>("--json") { Description = tongue["Write what happens as JSON lines", "以 JSON 行输出过程"] };
        var command = new Command("serve", tongue["Review flagged fields in a browser", "在浏览器中复核待核字段"]) { data, url, hosts, proxy, certificate, key, workers, watch, settings, privateHosts, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = Path.GetFullPath(parsed.GetValue(data)!);
            var options = new ServerOptions
            {
                Concepts = Installation.LoadedConcepts.Value,
                Url = parsed.GetValue(url)!, Hosts = parsed.GetValue(hosts) ?? [], IsBehindProxy = parsed.GetValue(proxy), KeyFolder = Path.Combine(folder, "keys"),
                PictureFolder = Path.Combine(folder, "pictures"), WordFolder = StoredPageTexts.FolderOf(folder), ScratchFolder = StoreFolder.ScratchOf(folder), HasJsonLog = parsed.GetValue(json),
                Tls = (parsed.GetValue(certificate), parsed.GetValue(key)) switch
                {
                    ({ } pem, { } secret) => (pem, secret),
                    (null, null) => null,
                    _ => throw new CommandFailure(ExitCode.Usage, tongue["A certificate needs its key.", "证书须与私钥同时给出。"], tongue["Give --certificate and --certificate-key.", "请同时给出 --certificate 和 --certificate-key。"]),
                },
            };
            if (options.IsExposed)
                throw new CommandFailure(ExitCode.Usage,
                    tongue[$"{options.Url} is reached over a network: passwords and reports would cross it in the clear.", $"{options.Url} 可从网络访问，密码和报告会以明文传输。"],
                    tongue["Give a certificate, or --behind-proxy where a proxy speaks TLS, or listen on 127.0.0.1.", "请提供证书；如由代理提供 TLS 请用 --behind-proxy；或只监听 127.0.0.1。"]);
            var watched = WatchOptions.Allowing(WatchOptions.Read(folder, parsed.GetValue(watch) ?? [], parsed.GetValue(settings)), parsed.GetValue(privateHosts));
            IWatchTeller teller = parsed.GetValue(json) ? new WatchLines(Console.Out, TimeProvider.System) : new WatchText(Console.Out, tongue, TimeProvider.System);
            await new ServeRun(teller, parsed.GetValue(json) ? Console.Error : Console.Out, tongue, TimeProvider.System).RunAsync(options, watched with { Workers = parsed.GetValue(workers) }, cancellation);
            return (int)ExitCode.Done;
        });
        return command;
    }

    private static Uri? Refuse(System.CommandLine.Parsing.ArgumentResult result, string why)
    {
        result.AddError(why);
        return null;
    }
}
