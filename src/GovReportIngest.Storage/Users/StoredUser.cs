namespace GovReportIngest.Storage.Users;

/// <summary>What a person may do; each may also do what those before may.</summary>
public enum UserRole
{
    Viewer,
    Reviewer,
    Admin,
}

/// <summary>Who may sign in.</summary>
public sealed record StoredUser
{
    public required string Name { get; init; }

    public required UserRole Role { get; init; }

    /// <summary>Hashed; null for programs, which sign in by token only.</summary>
    public string? Password { get; init; }

    /// <summary>Another one ends all sessions.</summary>
    public required string Stamp { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>Null while the person may sign in.</summary>
    public long? DisabledAt { get; init; }
}
