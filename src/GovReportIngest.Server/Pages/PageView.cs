using System.Security.Claims;
using GovReportIngest.Core.Speech;
using GovReportIngest.Server.Accounts;
using GovReportIngest.Server.Speech;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GovReportIngest.Server.Pages;

/// <summary>What every page knows: who looks at it, in which language, and the token that its forms send back.</summary>
/// <param name="Tongue">Of the page.</param>
/// <param name="User">Null where nobody is signed in.</param>
/// <param name="IsReviewer">Whether the person may decide.</param>
/// <param name="IsAdmin">Whether the person may change accounts.</param>
/// <param name="Token">Against requests of other sites.</param>
/// <param name="Address">Path and query of the page.</param>
public sealed record PageView(Tongue Tongue, string? User, bool IsReviewer, bool IsAdmin, string Token, string Address)
{
    internal static PageView Of(HttpContext context) => new(
        PageTongue.Of(context.Request), context.User.Identity?.Name, context.User.HasClaim(claim => claim.Type == ClaimTypes.Role && claim.Value != Roles.Viewer), context.User.IsInRole(Roles.Admin),
        context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context).RequestToken!, context.Request.Path + context.Request.QueryString);
}
