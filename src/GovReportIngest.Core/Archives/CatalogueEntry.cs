using System.Text.Json.Serialization;
using GovReportIngest.Core.Speech;

namespace GovReportIngest.Core.Archives;

/// <summary>What the catalogue of an archive says of a file; nothing of it was read on the pages. Null for what it does not say.</summary>
public sealed record CatalogueEntry
{
    /// <summary>档号: names the file in its archive, and no other one.</summary>
    public required string ArchivalCode { get; init; }

    /// <summary>全宗号.</summary>
    public string? Fonds { get; init; }

    /// <summary>题名.</summary>
    public string? Title { get; init; }

    /// <summary>责任者.</summary>
    public string? Responsible { get; init; }

    /// <summary>年度, as the catalogue writes it.</summary>
    public string? Year { get; init; }

    /// <summary>保管期限.</summary>
    public string? Retention { get; init; }

    /// <summary>密级.</summary>
    public string? Security { get; init; }

    /// <summary>Codes of the members, as exports name them, with what they say.</summary>
    [JsonIgnore]
    public IEnumerable<(string Code, string? Value)> Members =>
        [("archival_code", ArchivalCode), ("fonds", Fonds), ("title", Title), ("responsible", Responsible), ("year", Year), ("retention", Retention), ("security", Security)];

    /// <summary>The codes alone.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. new CatalogueEntry { ArchivalCode = "" }.Members.Select(member => member.Code)];

    /// <summary>What it says, for people: every member that it has, by name.</summary>
    public IEnumerable<(string Name, string Value)> Shown(Tongue tongue) =>
        Members.Where(member => member.Value is not null).Select(member => (tongue[member.Code.Replace('_', ' '), ChineseOf(member.Code)], member.Value!));

    /// <summary>What archives call a member.</summary>
    public static string ChineseOf(string code) => code switch
    {
        "archival_code" => "档号",
        "fonds" => "全宗号",
        "title" => "题名",
        "responsible" => "责任者",
        "year" => "年度",
        "retention" => "保管期限",
        "security" => "密级",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
