using System.Globalization;
using GovReportIngest.Storage.Documents;
using GovReportIngest.Storage.Queries;

namespace GovReportIngest.Server.Api;

/// <summary>Which documents are meant, as addresses say it; what is empty does not matter.</summary>
/// <param name="State">Code of the state.</param>
/// <param name="Agency">A part of the agency's name.</param>
internal sealed record DocumentQuery(string? State = null, string? Agency = null, string? Year = null, string? Form = null)
{
    public RecordFilter Filter => new() { State = WorkStates.Find(State), Agency = QueryText.NotEmpty(Agency), Year = QueryText.Number(Year), Form = QueryText.NotEmpty(Form) };

    /// <summary>What programs are told that it cannot be; null where all of it is understood.</summary>
    public string? Wrong => QueryText.NotEmpty(State) is not null && WorkStates.Find(State) is null ? $"state is one of {string.Join(", ", WorkStates.Codes)}."
        : QueryText.NotEmpty(Year) is not null && QueryText.Number(Year) is null ? "year is a number." : null;
}

/// <summary>Values of addresses.</summary>
internal static class QueryText
{
    public static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>Null where it is none.</summary>
    public static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
