using System.Text;
using GovReportIngest.Core.Speech;
using GovReportIngest.Server.Pages;
using GovReportIngest.Server.Speech;
using GovReportIngest.Storage;
using GovReportIngest.Storage.Users;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace GovReportIngest.Server.Accounts;

/// <summary>Signing in and out, the set-up link of the first start, and the choice of language.</summary>
internal static class SignIn
{
    public const string Return = "return";

    /// <summary>Of those who try to sign in, in turn.</summary>
    public const string Limit = "sign-in";

    private const int LongestName = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/login", (HttpContext context, string? @return) => Page(context, false, null, @return)).AllowAnonymous();
        routes.MapPost("/login", LogInAsync).AllowAnonymous().RequireRateLimiting(Limit);
        routes.MapPost("/logout", LogOutAsync);
        routes.MapGet("/setup/{secret}", SetUpPageAsync).AllowAnonymous();
        routes.MapPost("/setup/{secret}", SetUpAsync).AllowAnonymous().RequireRateLimiting(Limit);
        routes.MapPost("/language", ChooseAsync).AllowAnonymous();
    }

    private static async Task<IResult> LogInAsync(
        HttpContext context, ReportStore store, SignInThrottle throttle, IAntiforgery antiforgery, CancellationToken cancellation)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return Page(context, false, tongue => tongue["The page was too old. Sign in again.", "页面已过期，请重新登录。"], null);
        var form = await context.Request.ReadFormAsync(cancellation);
        var (name, password, target) = (form["name"].ToString().Trim(), form["password"].ToString(), form[Return].ToString());
        if (throttle.WaitOf(name) is { } wait)
            return Page(context, false, tongue => tongue[$"Too many attempts. Wait {Math.Ceiling(wait.TotalSeconds)} seconds.", $"尝试次数过多，请等待 {Math.Ceiling(wait.TotalSeconds)} 秒。"], target);
        if (name.Length > LongestName)
            return Page(context, false, tongue => tongue["Name or password is wrong.", "用户名或密码错误。"], target);
        var user = await store.Users.FindAsync(name, cancellation);
        if (!Passwords.IsRight(user?.Password, password) || user is not { DisabledAt: null })
        {
            throttle.Failed(name);
            return Page(context, false, tongue => tongue["Name or password is wrong.", "用户名或密码错误。"], target);
        }

        throttle.Succeeded(name);
        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, UserClaims.Of(user, CookieAuthenticationDefaults.AuthenticationScheme));
        return Back(target);
    }

    private static async Task<IResult> LogOutAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (await antiforgery.IsRequestValidAsync(context))
            await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.LocalRedirect("/login");
    }

    private static async Task<IResult> SetUpPageAsync(HttpContext context, string secret, ReportStore store, CancellationToken cancellation) =>
        await store.Users.IsSetupAsync(secret, cancellation) ? Page(context, true, null, null)
            : Page(context, false, tongue => tongue["This link was used or is too old. A new start of the server prints another one.", "该链接已使用或已过期。重新启动服务会给出新链接。"], null);

    private static async Task<IResult> SetUpAsync(HttpContext context, string secret, ReportStore store, IAntiforgery antiforgery, CancellationToken cancellation)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return Page(context, true, tongue => tongue["The page was too old. Try again.", "页面已过期，请重试。"], null);
        var form = await context.Request.ReadFormAsync(cancellation);
        var (name, password) = (form["name"].ToString().Trim(), form["password"].ToString());
        if (name.Length == 0 || password.Length < Passwords.Shortest)
            return Page(context, true, tongue => tongue[$"Give a name, and a password of {Passwords.Shortest} characters at least.", $"请填写用户名和至少 {Passwords.Shortest} 个字符的密码。"], null);
        if (!await store.Users.SetUpAsync(secret, name, Passwords.Hash(password), cancellation))
            return Page(context, false, tongue => tongue["This link was used or is too old.", "该链接已使用或已过期。"], null);
        var user = (await store.Users.FindAsync(name, cancellation))!;
        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, UserClaims.Of(user, CookieAuthenticationDefaults.AuthenticationScheme));
        return Results.LocalRedirect("/");
    }

    private static async Task<IResult> ChooseAsync(HttpContext context, CancellationToken cancellation)
    {
        if (!context.Request.HasFormContentType)
            return Results.BadRequest();
        var form = await context.Request.ReadFormAsync(cancellation);
        context.Response.Cookies.Append(PageTongue.Cookie, form["language"] == "zh" ? "zh" : "en",
            new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, MaxAge = TimeSpan.FromDays(365) });
        var target = form[Return].ToString();
        return Back(target);
    }

    private static RazorComponentResult<SignInPage> Page(HttpContext context, bool isSetup, Func<Tongue, string>? message, string? target) => new(new
    {
        View = PageView.Of(context), IsSetup = isSetup, Message = message?.Invoke(PageTongue.Of(context.Request)), Return = IsOwn(target) ? target : "/",
    });

    /// <summary>To where the person came from. A header holds ASCII only: what browsers show decoded is encoded again.</summary>
    private static IResult Back(string target) => Results.LocalRedirect(!IsOwn(target) ? "/" : string.Concat(
        target.EnumerateRunes().Select(rune => rune.IsAscii && !Rune.IsControl(rune) ? rune.ToString() : Uri.EscapeDataString(rune.ToString()))));

    /// <summary>Whether it is a path of this server, not an address elsewhere.</summary>
    private static bool IsOwn(string? target) => target is ['/', ..] && !target.StartsWith("//", StringComparison.Ordinal) && !target.Contains('\\', StringComparison.Ordinal);
}
