using System.Security.Claims;
using GovReportIngest.Storage.Users;

namespace GovReportIngest.Server.Accounts;

/// <summary>A person as requests carry them.</summary>
internal static class UserClaims
{
    private const string Stamp = "govreport:stamp";

    public static ClaimsPrincipal Of(StoredUser user, string scheme) => new(new ClaimsIdentity(
        [new(ClaimTypes.Name, user.Name), new(ClaimTypes.Role, UserTable.CodeOf(user.Role)), new(Stamp, user.Stamp)], scheme));

    /// <summary>Whether the session was begun with what the person still has: role, password, the right to sign in.</summary>
    public static bool AreOf(ClaimsPrincipal principal, StoredUser? user) =>
        user is { DisabledAt: null } && principal.FindFirstValue(Stamp) == user.Stamp;

    public static string NameOf(ClaimsPrincipal principal) =>
        principal.Identity?.Name ?? throw new InvalidOperationException("Nobody is signed in.");
}
