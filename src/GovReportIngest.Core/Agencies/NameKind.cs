namespace GovReportIngest.Core.Agencies;

/// <summary>What a name is to its agency; the earlier ones count more.</summary>
public enum NameKind
{
    Name,
    Former,
    Misprint,
}
