using GovReportIngest.Core.Speech;

namespace GovReportIngest.Core.Series;

/// <summary>A figure that can be followed over years and forms, such as requests received (models/concepts.yaml).</summary>
public sealed record Concept
{
    /// <summary>Stable: <c>requests-received</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Of its values: <c>件</c>, <c>万元</c>.</summary>
    public required string Unit { get; init; }

    public required string English { get; init; }

    public required string Chinese { get; init; }

    /// <summary>How far figures of different forms mean the same.</summary>
    public required string EnglishNote { get; init; }

    public required string ChineseNote { get; init; }

    /// <summary>How each form prints it, by the form's id; a form without it is not among them.</summary>
    public required IReadOnlyDictionary<string, ConceptFormula> Forms { get; init; }

    public string Name(Tongue tongue) => tongue[English, Chinese];

    public string Note(Tongue tongue) => tongue[EnglishNote, ChineseNote];
}
