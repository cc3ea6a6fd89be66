namespace GovReportIngest.Core.Agencies;

/// <summary>An agency whose reports are collected, as a register names it.</summary>
public sealed record RegisteredAgency
{
    /// <summary>Of the register's owner; never changes.</summary>
    public required string Id { get; init; }

    /// <summary>Its name today, or its last one.</summary>
    public required string Name { get; init; }

    /// <summary>Names that it had before.</summary>
    public IReadOnlyList<string> FormerNames { get; init; } = [];

    /// <summary>Names that its reports print though it never had them.</summary>
    public IReadOnlyList<string> MisprintedNames { get; init; } = [];

    /// <summary>Code of its place (GB/T 2260); null where it is not said.</summary>
    public string? Region { get; init; }

    /// <summary>The first day of its existence; null where it is not said.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last one; null while it exists.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Id of the agency that took its place; null for none.</summary>
    public string? Successor { get; init; }

    /// <summary>Whether it existed on a day of the year, so that a report for the year may be expected.</summary>
    public bool ExistsIn(int year) => (ValidFrom is not { } from || from.Year <= year) && (ValidTo is not { } to || to.Year >= year);

    /// <summary>How the register knows it by a printed name; null where it does not.</summary>
    public NameKind? Knows(string printed)
    {
        var asked = AgencyRegister.Fold(printed);
        bool IsAsked(string name) => AgencyRegister.Fold(name) == asked;
        return IsAsked(Name) ? NameKind.Name : FormerNames.Any(IsAsked) ? NameKind.Former : MisprintedNames.Any(IsAsked) ? NameKind.Misprint : null;
    }
}
