using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GovReportIngest.Jobs.Tests.Listing;

/// <summary>A web site on this machine, with what a test puts there.</summary>
internal sealed class LocalSite : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly ConcurrentDictionary<string, RequestDelegate> answers = new(StringComparer.Ordinal);

    private LocalSite(WebApplication server) => this.server = server;

    public Uri Url { get; private set; } = null!;

    /// <summary>Path and query of every request but those for robots.txt, and whether it asked only for what has changed.</summary>
    public ConcurrentQueue<(string Path, bool IsConditional)> Asked { get; } = [];

    public IEnumerable<string> Paths => Asked.Select(asked => asked.Path);

    public static async Task<LocalSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = new LocalSite(builder.Build());
        site.server.Run(site.AnswerAsync);
        await site.server.StartAsync();
        site.Url = new(site.server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return site;
    }

    public Uri At(string path) => new(Url, path);

    public void Put(string path, RequestDelegate answer) => answers[path] = answer;

    public void Put(string path, int status) => Put(path, context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    });

    /// <summary>With an ETag of its own, if it is asked for.</summary>
    public void Put(string path, byte[] body, string mediaType = "text/html", string? etag = null) => Put(path, async context =>
    {
        if (etag is not null && context.Request.Headers.IfNoneMatch == etag)
        {
            context.Response.StatusCode = (int)HttpStatusCode.NotModified;
            return;
        }

        context.Response.ContentType = mediaType;
        if (etag is not null)
            context.Response.Headers.ETag = etag;
        await context.Response.Body.WriteAsync(body);
    });

    public void Put(string path, string text, string mediaType = "text/html", string? etag = null) => Put(path, Encoding.UTF8.GetBytes(text), mediaType, etag);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value + context.Request.QueryString.Value;
        if (path != "/robots.txt")
            Asked.Enqueue((path, context.Request.Headers.IfNoneMatch.Count > 0));
        if (answers.TryGetValue(path, out var answer))
            return answer(context);
        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }
}
