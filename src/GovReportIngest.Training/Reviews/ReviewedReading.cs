using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Training.Reviews;

/// <summary>A report as the machine reads it, and as people left it.</summary>
/// <param name="Document">Which it is of; the same for all reports of it.</param>
/// <param name="Read">As it was read.</param>
/// <param name="Truth">The same report accepted, decisions in force: what nobody was asked about counts as right.</param>
/// <param name="Decided">Paths of fields about which people said what the page prints.</param>
public sealed record ReviewedReading(string Document, ReportRecord Read, ReportRecord Truth, IReadOnlySet<string> Decided);
