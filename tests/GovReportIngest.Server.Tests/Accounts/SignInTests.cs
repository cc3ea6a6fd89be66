using System.Net;
using System.Text.RegularExpressions;
using GovReportIngest.Storage.Users;

namespace GovReportIngest.Server.Tests.Accounts;

public sealed partial class SignInTests(ServedStore served) : IClassFixture<ServedStore>
{
    [Fact]
    public async Task A_session_begins_with_the_right_password_and_ends_with_another_one()
    {
        await served.Store.Users.AddAsync("李复核", UserRole.Reviewer, Server.Accounts.Passwords.Hash(ServedStore.Password), default);
        using var browser = Browser();
        var answer = await SignInAsync(browser, "李复核", ServedStore.Password);
        Assert.Equal((HttpStatusCode.Found, "/"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        Assert.Matches("govreport-session=.*; secure; samesite=strict; httponly", string.Join('|', answer.Headers.GetValues("Set-Cookie")));

        using var session = WithCookies(answer);
        var page = await session.GetAsync("/queue");
        Assert.True(page.IsSuccessStatusCode, await page.Content.ReadAsStringAsync());
        await served.Store.Users.ChangeAsync("李复核", null, "other", default);
        Assert.Equal(HttpStatusCode.Found, (await session.GetAsync("/queue")).StatusCode);
    }

    [Fact]
    public async Task Attempts_have_to_wait_after_a_few_wrong_passwords_and_for_names_that_are_not_there_too()
    {
        foreach (var name in (string[])["admin", "nobody"])
        {
            using var browser = Browser();
            for (var attempt = 0; attempt < 4; attempt++)
                Assert.Contains("Name or password is wrong", await (await SignInAsync(browser, name, "wrong")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Contains("Too many attempts", await (await SignInAsync(browser, name, ServedStore.Password)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_form_of_another_site_signs_nobody_in_and_a_session_without_the_page_s_token_changes_nothing()
    {
        using var browser = Browser();
        using var foreign = new FormUrlEncodedContent(new Dictionary<string, string> { ["name"] = "viewer", ["password"] = ServedStore.Password });
        var answer = await browser.PostAsync("/login", foreign);
        Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.StartsWith("govreport-session", StringComparison.Ordinal)));

        using var session = WithCookies(await SignInAsync(browser, "reviewer", ServedStore.Password));
        Assert.Equal(HttpStatusCode.BadRequest, (await session.PutAsync("/api/v1/review/reports/1/lease", null)).StatusCode);
    }

    [Fact]
    public async Task Only_addresses_of_this_server_are_returned_to()
    {
        using var browser = Browser();
        foreach (var elsewhere in (string[])["https://example.org/", "//example.org", "/\\example.org"])
            Assert.Equal("/", (await SignInAsync(browser, "viewer", ServedStore.Password, elsewhere)).Headers.Location!.ToString());
        Assert.Equal("/documents?year=2020", (await SignInAsync(browser, "viewer", ServedStore.Password, "/documents?year=2020")).Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_set_up_link_that_is_not_in_force_makes_no_account()
    {
        using var browser = Browser();
        Assert.Contains("used or is too old", await browser.GetStringAsync("/setup/0123"), StringComparison.Ordinal);
        // There are accounts already: even a link in force makes no second administrator.
        var link = await served.Store.Users.AddSetupAsync(TimeSpan.FromMinutes(1), default);
        var page = await browser.GetAsync($"/setup/{link}");
        using var form = Form(await page.Content.ReadAsStringAsync(), ("name", "mallory"), ("password", ServedStore.Password));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/setup/{link}") { Content = form };
        request.Headers.Add("Cookie", CookiesOf(page));
        Assert.Contains("used or is too old", await (await browser.SendAsync(request)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null(await served.Store.Users.FindAsync("mallory", default));
    }

    [Fact]
    public async Task Every_answer_carries_the_headers_that_keep_browsers_safe_and_other_hosts_get_none()
    {
        using var browser = Browser();
        foreach (var path in (string[])["/login", "/health/live", "/nothing", "/api/v1/documents"])
        {
            var answer = await browser.GetAsync(path);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        }

        using var other = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        other.Headers.Host = "evil.example.org";
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SendAsync(other)).StatusCode);
    }

    [Fact]
    public async Task The_language_is_the_browser_s_until_somebody_chooses()
    {
        using var browser = Browser();
        using var chinese = new HttpRequestMessage(HttpMethod.Get, "/login");
        chinese.Headers.AcceptLanguage.ParseAdd("fr;q=0.9, zh-CN;q=0.8, en;q=0.1");
        Assert.Contains("登录", WebUtility.HtmlDecode(await (await browser.SendAsync(chinese)).Content.ReadAsStringAsync()), StringComparison.Ordinal);
        using var chosen = new HttpRequestMessage(HttpMethod.Get, "/login");
        chosen.Headers.AcceptLanguage.ParseAdd("zh-CN");
        chosen.Headers.Add("Cookie", "govreport-language=en");
        Assert.Contains("Sign in", await (await browser.SendAsync(chosen)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private HttpClient Browser() => served.Client();

    private HttpClient WithCookies(HttpResponseMessage answer)
    {
        var client = served.Client();
        client.DefaultRequestHeaders.Add("Cookie", CookiesOf(answer));
        return client;
    }

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient browser, string name, string password, string target = "/")
    {
        var page = await browser.GetAsync("/login");
        using var form = Form(await page.Content.ReadAsStringAsync(), ("name", name), ("password", password), ("return", target));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/login") { Content = form };
        request.Headers.Add("Cookie", CookiesOf(page));
        return await browser.SendAsync(request);
    }

    private static FormUrlEncodedContent Form(string page, params (string Name, string Value)[] fields) => new(
        fields.Append(("__RequestVerificationToken", WebUtility.HtmlDecode(Token().Match(page).Groups[1].Value))).ToDictionary(field => field.Item1, field => field.Item2));

    private static string CookiesOf(HttpResponseMessage answer) => string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
