using GovReportIngest.Server.Pages;
using GovReportIngest.Server.Speech;
using GovReportIngest.Storage;
using GovReportIngest.Storage.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace GovReportIngest.Server.Accounts;

/// <summary><c>/accounts</c>: who may sign in, for administrators, while the server runs.</summary>
internal static class AccountEndpoints
{
    private const int LongestName = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var accounts = routes.MapGroup("/accounts").RequireAuthorization(Roles.Admin).AddEndpointFilter<CrossSiteFilter>();
        accounts.MapGet("", (HttpContext context, ReportStore store, CancellationToken cancellation) => PageAsync(context, store, null, null, cancellation));
        accounts.MapPost("", SetAsync);
        accounts.MapPost("/four-eyes", SetFourEyesAsync);
        accounts.MapPost("/double-entry", SetDoubleEntryAsync);
        accounts.MapPost("/{name}/disable", DisableAsync);
        accounts.MapPost("/{name}/token", AddTokenAsync);
    }

    private static async Task<IResult> SetAsync(HttpContext context, ReportStore store, CancellationToken cancellation)
    {
        var (form, tongue) = (await context.Request.ReadFormAsync(cancellation), PageTongue.Of(context.Request));
        var (name, password) = (form["name"].ToString().Trim(), form["password"].ToString());
        var role = Enum.GetValues<UserRole>().Cast<UserRole?>().FirstOrDefault(known => UserTable.CodeOf(known!.Value) == form["role"]);
        if (role is null || name.Length is 0 or > LongestName || name.Any(char.IsControl) || (password.Length > 0 && password.Length < Passwords.Shortest))
            return await PageAsync(context, store, tongue[
                $"Give a name, a role, and a password of {Passwords.Shortest} characters at least.", $"请填写用户名、角色和至少 {Passwords.Shortest} 个字符的密码。"], null, cancellation);
        if (name == UserClaims.NameOf(context.User) && role is not UserRole.Admin)
            return await PageAsync(context, store, tongue["You cannot take your own role away.", "不能取消自己的管理角色。"], null, cancellation);
        var hash = password.Length == 0 ? null : Passwords.Hash(password);
        if (!await store.Users.AddAsync(name, role.Value, hash, cancellation))
            await store.Users.ChangeAsync(name, role.Value, hash, cancellation);
        await store.Audit.WriteAsync("user-set", $"{name} {UserTable.CodeOf(role.Value)}, by {UserClaims.NameOf(context.User)}", cancellation);
        return Results.LocalRedirect("/accounts");
    }

    private static async Task<IResult> SetDoubleEntryAsync(HttpContext context, ReportStore store, CancellationToken cancellation)
    {
        await store.DoubleEntry.SetAsync(!await store.DoubleEntry.IsOnAsync(cancellation), UserClaims.NameOf(context.User), cancellation);
        return Results.LocalRedirect("/accounts");
    }

    private static async Task<IResult> SetFourEyesAsync(HttpContext context, ReportStore store, CancellationToken cancellation)
    {
        await store.FourEyes.SetAsync(!await store.FourEyes.IsOnAsync(cancellation), UserClaims.NameOf(context.User), cancellation);
        return Results.LocalRedirect("/accounts");
    }

    private static async Task<IResult> DisableAsync(string name, HttpContext context, ReportStore store, CancellationToken cancellation)
    {
        var tongue = PageTongue.Of(context.Request);
        if (name == UserClaims.NameOf(context.User))
            return await PageAsync(context, store, tongue["You cannot end your own account.", "不能停用自己的账户。"], null, cancellation);
        if (await store.Users.DisableAsync(name, cancellation))
            await store.Audit.WriteAsync("user-disabled", $"{name}, by {UserClaims.NameOf(context.User)}", cancellation);
        return Results.LocalRedirect("/accounts");
    }

    private static async Task<IResult> AddTokenAsync(string name, HttpContext context, ReportStore store, CancellationToken cancellation)
    {
        if (await store.Users.FindAsync(name, cancellation) is not { DisabledAt: null })
            return Results.LocalRedirect("/accounts");
        await store.Audit.WriteAsync("token-added", $"{name}, by {UserClaims.NameOf(context.User)}", cancellation);
        return await PageAsync(context, store, null, await store.Users.AddTokenAsync(name, cancellation), cancellation);
    }

    private static async Task<IResult> PageAsync(HttpContext context, ReportStore store, string? message, string? token, CancellationToken cancellation) =>
        new RazorComponentResult<AccountsPage>(new { View = PageView.Of(context), Users = await store.Users.ListAsync(cancellation), Message = message, Token = token, IsFourEyes = await store.FourEyes.IsOnAsync(cancellation), IsDoubleEntry = await store.DoubleEntry.IsOnAsync(cancellation) });
}
