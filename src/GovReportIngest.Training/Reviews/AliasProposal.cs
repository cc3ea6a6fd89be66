namespace GovReportIngest.Training.Reviews;

/// <summary>A label that reports print for a row, and its form does not know.</summary>
/// <param name="Form">Id of the form.</param>
/// <param name="Row">Table and row: <c>requests.total_processed</c>.</param>
/// <param name="Label">As most of them print it.</param>
/// <param name="Documents">In how many.</param>
public sealed record AliasProposal(string Form, string Row, string Label, int Documents);
