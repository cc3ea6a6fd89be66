using GovReportIngest.Storage.Users;
using Microsoft.AspNetCore.Authorization;

namespace GovReportIngest.Server.Accounts;

/// <summary>What endpoints ask for; each role may also do what the ones before may.</summary>
internal static class Roles
{
    public const string Viewer = "viewer";
    public const string Reviewer = "reviewer";
    public const string Admin = "admin";

    public static void AddTo(AuthorizationOptions options)
    {
        foreach (var role in Enum.GetValues<UserRole>())
            options.AddPolicy(UserTable.CodeOf(role), policy => policy.RequireRole(
                Enum.GetValues<UserRole>().Where(other => other >= role).Select(UserTable.CodeOf)));
        // What says nothing else is for those who are signed in.
        options.FallbackPolicy = options.GetPolicy(Viewer);
    }
}
