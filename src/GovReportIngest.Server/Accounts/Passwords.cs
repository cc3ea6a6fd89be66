using Microsoft.AspNetCore.Identity;

namespace GovReportIngest.Server.Accounts;

/// <summary>Hashes of passwords: PBKDF2 with SHA-512 as ASP.NET Core Identity keeps them.</summary>
public static class Passwords
{
    /// <summary>Characters at least.</summary>
    public const int Shortest = 12;

    private static readonly PasswordHasher<string> Hasher = new();

    // Compared with where there is no such person, so that an answer takes as long as for one who is.
    private static readonly Lazy<string> Nobody = new(() => Hash(Guid.NewGuid().ToString()));

    public static string Hash(string password) => Hasher.HashPassword("", password);

    /// <param name="hash">Null where the person has no password, or is unknown: never right.</param>
    /// <param name="password">As it was typed.</param>
    public static bool IsRight(string? hash, string password) =>
        Hasher.VerifyHashedPassword("", hash ?? Nobody.Value, password) is not PasswordVerificationResult.Failed && hash is not null;
}
