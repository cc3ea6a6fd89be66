using System.Collections.Concurrent;
using System.Text;
using GovReportIngest.Jobs.Listing;
using GovReportIngest.Jobs.Watching;
using GovReportIngest.TestKit;

namespace GovReportIngest.Jobs.Tests.Listing;

public sealed class ListingWatcherTests : JobStore
{
    private static readonly string Report = File.ReadAllText(Repository.PathOf("samples", "inbox", "text", "pipes.md"));

    private readonly ConcurrentQueue<WatchEvent> told = [];
    private readonly ManualTime clock = new();
    private LocalSite site = null!;

    protected override TimeProvider StoreTime => clock;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        site = await LocalSite.StartAsync();
    }

    public override async Task DisposeAsync()
    {
        await site.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Reports_of_a_list_are_taken_over_its_pages_and_nothing_else()
    {
        site.Put("/list/", List("""<a href="a.txt">甲局2022年度报告</a> <a title="乙局2022年度报告全文" href='/b.txt?id=1&amp;v=2'>乙局…</a> <a href="news.html">新闻</a> <a href="p2.html">下一页</a>"""));
        site.Put("/list/p2.html", List("""<A HREF=c.txt><b>丙局</b>2022年度报告</A> <a href="a.txt">甲局2022年度报告</a>"""));
        PutReport("/list/a.txt", 1);
        PutReport("/b.txt?id=1&v=2", 2);
        PutReport("/list/c.txt", 3);

        Assert.Equal(3, (await PassAsync(Watched)).Registered);

        var host = site.Url.Authority.Replace(':', '_');
        var rows = await Store.Queries.ListAsync(new(), default);
        Assert.Equal([$"site/{host}/b~{HashOf("/b.txt?id=1&v=2")}.txt", $"site/{host}/list/a.txt", $"site/{host}/list/c.txt"], rows.Select(row => row.Path).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("/list/news.html", site.Paths);
        Assert.Equal(["web"], (await Store.Queries.FindAsync(rows[0].DocumentId, default))!.Tags);
    }

    [Fact]
    public async Task Where_a_document_was_fetched_stands_in_its_record()
    {
        site.Put("/", List("""<a href="a.txt">年度报告</a>"""));
        PutReport("/a.txt", 1);
        await PassAsync(Watched with { Pages = [site.Url] });
        await ProcessAsync(Processing());

        var source = (await Store.Extractions.ReadCurrentAsync(1, default)).Single().Source;
        Assert.Equal(site.At("/a.txt").AbsoluteUri, source.Url);
        Assert.Equal(source.Url, (await Store.Queries.FindAsync(1, default))!.Document.Location);
    }

    [Fact]
    public async Task A_page_takes_the_documents_and_pictures_that_it_leads_to_and_they_are_its_parts()
    {
        site.Put("/", List("""<a href="r/report.html">年度报告</a>"""));
        site.Put("/r/report.html", """<html><body><img src="../img/table.png"><a href="/files/%E9%99%84%E4%BB%B6.pdf?x=1">附件</a><a href="gone.doc">附件2</a></body></html>""");
        site.Put("/img/table.png", [1, 2, 3], "image/png");
        site.Put("/files/附件.pdf?x=1", [4, 5], "application/pdf");

        await PassAsync(Watched with { Pages = [site.Url] });

        var details = (await Store.Queries.FindAsync(1, default))!;
        Assert.Equal(["report.html", "page_files/1-__.pdf", "page_files/2-table.png"], details.Files.Select(file => file.Name));
        var page = Encoding.UTF8.GetString(await Store.Blobs.ReadAsync(details.Files[0].Sha256, default));
        Assert.Contains("""<img src="page_files/2-table.png"><a href="page_files/1-__.pdf">附件</a><a href="gone.doc">""", page, StringComparison.Ordinal);
        Assert.Equal("The server answered 404.", told.OfType<WatchEvent.Refused>().Single().Reason);
    }

    [Fact]
    public async Task A_page_with_many_documents_is_a_list_of_them()
    {
        site.Put("/", List("""<a href="all.html">各局年度报告</a>"""));
        site.Put("/all.html", string.Concat(Enumerable.Range(1, 5).Select(number => $"""<a href="{number}.docx">{number}</a>""")));
        for (var number = 1; number <= 5; number++)
            site.Put($"/{number}.docx", [1, (byte)number], "application/msword");

        Assert.Equal(6, (await PassAsync(Watched with { Pages = [site.Url] })).Registered);
    }

    [Fact]
    public async Task What_has_not_changed_is_not_fetched_again_and_what_has_is_a_new_version()
    {
        site.Put("/", List("""<a href="a.txt">年度报告</a> <a href="b.txt">年度报告</a>"""), etag: "\"1\"");
        PutReport("/a.txt", 1, etag: "\"a\"");
        PutReport("/b.txt", 2);
        var watched = Watched with { Pages = [site.Url] };
        await PassAsync(watched);
        site.Asked.Clear();

        await PassAsync(watched);
        Assert.Equal([("/", true)], site.Asked);

        clock.Pass(TimeSpan.FromDays(2));
        PutReport("/a.txt", 3, etag: "\"c\"");
        site.Asked.Clear();
        Assert.Equal(1, (await PassAsync(watched)).Registered);
        Assert.Equal([("/", true), ("/a.txt", true)], site.Asked);
        Assert.Equal(3, (await Store.Queries.FindAsync(1, default))!.Document.ReplacedBy);
    }

    [Fact]
    public async Task A_list_is_read_again_when_its_rules_change()
    {
        site.Put("/", List("""<a href="a.txt">年度报告</a> <a href="b.txt">公报</a>"""), etag: "\"1\"");
        PutReport("/a.txt", 1);
        PutReport("/b.txt", 2);
        var watched = Watched with { Pages = [site.Url] };
        await PassAsync(watched);

        Assert.Equal(1, (await PassAsync(watched with { Follow = WatchedListing.TryPattern("公报")! })).Registered);
    }

    [Fact]
    public async Task What_cannot_be_had_now_is_tried_again_later_and_later()
    {
        site.Put("/", List("""<a href="a.txt">年度报告</a>"""));
        site.Put("/a.txt", 503);
        var watched = Watched with { Pages = [site.Url] };
        await PassAsync(watched);
        Assert.Contains(told, happened => happened is WatchEvent.Hindered { Reason: "The server answered 503. It is tried again." });

        var (passes, before) = (new List<int>(), site.Paths.Count(path => path == "/a.txt"));
        foreach (var minutes in (int[])[0, 1, 3, 1, 15, 1])
        {
            clock.Pass(TimeSpan.FromMinutes(minutes));
            await PassAsync(watched);
            passes.Add(site.Paths.Count(path => path == "/a.txt") - before);
        }

        Assert.Equal([0, 1, 1, 2, 2, 3], passes);
        PutReport("/a.txt", 1);
        clock.Pass(TimeSpan.FromMinutes(64));
        Assert.Equal(1, (await PassAsync(watched)).Registered);
    }

    [Fact]
    public async Task A_watcher_that_was_ended_goes_on_where_it_stopped()
    {
        site.Put("/", List(string.Concat(Enumerable.Range(1, 4).Select(number => $"""<a href="{number}.txt">年度报告</a>"""))), etag: "\"1\"");
        using var end = new CancellationTokenSource();
        for (var number = 1; number <= 4; number++)
            PutReport($"/{number}.txt", number);
        site.Put("/3.txt", async _ => await end.CancelAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PassAsync(Watched with { Pages = [site.Url] }, end.Token));
        PutReport("/3.txt", 3);

        Assert.Equal(2, (await PassAsync(Watched with { Pages = [site.Url] })).Registered);
        Assert.Equal(4, (await Store.Queries.ListAsync(new(), default)).Count);
        Assert.Equal(["/1.txt", "/2.txt", "/3.txt", "/3.txt", "/4.txt"], site.Paths.Where(path => path != "/").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Robots_are_obeyed()
    {
        site.Put("/robots.txt", "User-agent: *\nDisallow: /secret/\n", "text/plain");
        site.Put("/", List("""<a href="secret/a.txt">年度报告</a>"""));
        PutReport("/secret/a.txt", 1);

        Assert.Equal(0, (await PassAsync(Watched with { Pages = [site.Url] })).Registered);
        Assert.DoesNotContain("/secret/a.txt", site.Paths);
        Assert.Contains("robots.txt", told.OfType<WatchEvent.Refused>().Single().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_hosts_are_asked_only_if_they_are_named()
    {
        site.Put("/", List("""<a href="http://other.example/a.txt">年度报告</a> <a href="go">年度报告</a>"""));
        site.Put("/go", context =>
        {
            context.Response.Redirect("http://other.example/b.txt");
            return Task.CompletedTask;
        });

        Assert.Equal(0, (await PassAsync(Watched with { Pages = [site.Url] })).Registered);
        Assert.Equal(2, told.OfType<WatchEvent.Refused>().Count(refused => refused.Reason.StartsWith("other.example is no host of the list", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Servers_of_private_networks_are_refused_when_they_are_connected_to()
    {
        site.Put("/", List("""<a href="a.txt">年度报告</a>"""));

        await PassAsync(Watched with { Pages = [site.Url], IsPrivateAllowed = false });

        Assert.Empty(site.Asked);
        Assert.Contains("--allow-private-hosts", told.OfType<WatchEvent.Hindered>().Single().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_that_are_too_large_or_too_slow_are_dropped()
    {
        site.Put("/", List("""<a href="large.txt">年度报告</a> <a href="endless.txt">年度报告</a>"""));
        site.Put("/large.txt", new byte[5000], "text/plain");
        site.Put("/endless.txt", context => Task.Delay(Timeout.Infinite, context.RequestAborted));

        await PassAsync(Watched with { Pages = [site.Url], MostBytes = 4096, Timeout = TimeSpan.FromMilliseconds(300) });

        Assert.Equal(0, (await Store.Queries.CountAsync(default)).Documents["collected"]);
        Assert.Contains("4,096 bytes", told.OfType<WatchEvent.Refused>().Single().Reason, StringComparison.Ordinal);
        Assert.StartsWith("The server took longer", told.OfType<WatchEvent.Hindered>().Single().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_not_expected_is_asked_about()
    {
        site.Put("/", List("""<a href="a.txt">年度报告</a>"""));
        PutReport("/a.txt", 1);
        await PassAsync(Watched with { Pages = [site.Url], Form = "cn-shanghai-disclosure-statistics" });
        await ProcessAsync(Processing());

        Assert.Equal("document:form-unexpected", (await Store.Queries.QueueAsync(null, 5, default)).Single().Subject);
        Assert.Empty((await Store.Verification.RunAsync(_ => { }, default)).Defects);
    }

    private WatchedListing Watched => new()
    {
        Name = "site", Pages = [site.At("/list/")], Next = WatchedListing.TryPattern("下一页"), Delay = TimeSpan.FromMilliseconds(1), Tags = ["web"], IsPrivateAllowed = true,
    };

    /// <summary>One look of a watcher that knows only what the store does.</summary>
    private async Task<PassResult> PassAsync(WatchedListing watched, CancellationToken cancellation = default)
    {
        using var watcher = new ListingWatcher(watched, Store, Scratch, clock, told.Enqueue);
        return await watcher.PassAsync(cancellation);
    }

    private void PutReport(string path, int number, string? etag = null) => site.Put(path, $"{Report}\n{number}\n", "text/plain", etag);

    private string HashOf(string path) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(site.At(path).AbsoluteUri)))[..8];

    private static string List(string links) => $"<!DOCTYPE html><html><body>{links}</body></html>";
}
