using System.Text.Encodings.Web;
using GovReportIngest.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GovReportIngest.Server.Accounts;

/// <summary>Programs sign in with a token: <c>Authorization: Bearer …</c> (RFC 6750).</summary>
internal sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ReportStore store)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Bearer";
    private const string Prefix = "Bearer ";

    /// <summary>Whether the request carries a token.</summary>
    public static bool IsUsed(Microsoft.AspNetCore.Http.HttpRequest request) => request.Headers.Authorization.ToString().StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!IsUsed(Request))
            return AuthenticateResult.NoResult();
        var token = Request.Headers.Authorization.ToString()[Prefix.Length..].Trim();
        return await store.Users.FindByTokenAsync(token, Context.RequestAborted) is { } user
            ? AuthenticateResult.Success(new(UserClaims.Of(user, Name), Name)) : AuthenticateResult.Fail("The token is not in force.");
    }
}
