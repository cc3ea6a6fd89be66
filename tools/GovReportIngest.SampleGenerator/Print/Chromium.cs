using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GovReportIngest.SampleGenerator.Print;

/// <summary>
/// One headless Chromium that prints many pages, driven by the DevTools protocol over its WebSocket
/// (https://chromedevtools.github.io/devtools-protocol, Page.printToPDF). A start costs seconds, a print tenths.
/// </summary>
internal sealed class Chromium : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;
    private readonly ClientWebSocket _socket = new();
    private string? _session;
    private int _lastId;

    private Chromium(Process process, string folder) => (_process, _folder) = (process, folder);

    public static async Task<Chromium> StartAsync(CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("govreport-print-").FullName;
        var start = new ProcessStartInfo("chromium")
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            ArgumentList = { "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", $"--user-data-dir={folder}", "about:blank" },
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException("chromium did not start");
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var browser = new Chromium(process, folder);
        await browser.ConnectAsync(cancellation);
        return browser;
    }

    /// <summary>Prints one HTML page; paper and margins come from its own style.</summary>
    public async Task<byte[]> PrintAsync(string html, HtmlLook look, CancellationToken cancellation)
    {
        var file = Path.Combine(_folder, "page.html");
        await File.WriteAllTextAsync(file, html, cancellation);
        await CallAsync("Page.navigate", new JsonObject { ["url"] = "file://" + file }, _session, cancellation, until: "Page.loadEventFired");
        var options = new JsonObject { ["preferCSSPageSize"] = true, ["printBackground"] = true };
        if (look.HasPageNumbers || look.RunningHeader is not null)
        {
            options["displayHeaderFooter"] = true;
            options["headerTemplate"] = $"<div style='font-size:8pt;width:100%;text-align:right;margin-right:20mm;font-family:{look.Font}'>{look.RunningHeader}</div>";
            options["footerTemplate"] = look.HasPageNumbers
                ? "<div style='font-size:9pt;width:100%;text-align:center'>— <span class='pageNumber'></span> —</div>" : "<div></div>";
        }
        var result = await CallAsync("Page.printToPDF", options, _session, cancellation);
        return PdfBytes.Normalised(Convert.FromBase64String(result["data"]!.GetValue<string>()));
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task ConnectAsync(CancellationToken cancellation)
    {
        var portFile = Path.Combine(_folder, "DevToolsActivePort");
        for (var attempt = 0; !File.Exists(portFile) || new FileInfo(portFile).Length == 0; attempt++)
        {
            if (attempt > 600 || _process.HasExited)
                throw new InvalidOperationException("chromium did not open its DevTools port");
            await Task.Delay(50, cancellation);
        }
        await Task.Delay(100, cancellation);
        var lines = await File.ReadAllLinesAsync(portFile, cancellation);
        await _socket.ConnectAsync(new Uri($"ws://127.0.0.1:{lines[0]}{lines[1]}"), cancellation);
        var target = await CallAsync("Target.createTarget", new JsonObject { ["url"] = "about:blank" }, null, cancellation);
        var attached = await CallAsync("Target.attachToTarget", new JsonObject { ["targetId"] = target["targetId"]!.GetValue<string>(), ["flatten"] = true }, null, cancellation);
        _session = attached["sessionId"]!.GetValue<string>();
        await CallAsync("Page.enable", [], _session, cancellation);
    }

    /// <summary>Sends a command and waits for its answer and, where asked, for an event after it was sent.</summary>
    private async Task<JsonObject> CallAsync(string method, JsonObject parameters, string? session, CancellationToken cancellation, string? until = null)
    {
        var id = ++_lastId;
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (session is not null)
            message["sessionId"] = session;
        await _socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, true, cancellation);
        JsonObject? result = null;
        var isDone = until is null;
        while (result is null || !isDone)
        {
            var answer = await ReceiveAsync(cancellation);
            isDone |= answer["method"]?.GetValue<string>() == until;
            if (answer["id"]?.GetValue<int>() == id)
                result = answer["result"] as JsonObject ?? throw new InvalidOperationException($"{method}: {answer["error"]}");
        }
        return result;
    }

    private async Task<JsonObject> ReceiveAsync(CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        WebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer, cancellation);
            bytes.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return (JsonObject)JsonNode.Parse(bytes.ToArray())!;
    }
}
