using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Review;
using GovReportIngest.Storage.Review;

namespace GovReportIngest.Server.Api;

/// <summary>What a person is not shown of a report whose open fields two people enter without seeing each other's answers: nor the machine's.</summary>
internal sealed class BlindView(ReviewedReport report, string user)
{
    private readonly Dictionary<string, DoubleEntry.Turn> turns = report.IsEnteredTwice
        ? report.OpenFields.ToDictionary(path => path, path => DoubleEntry.TurnOf(report, path, user), StringComparer.Ordinal) : [];

    public bool IsHidden(string path) => turns.GetValueOrDefault(path) is DoubleEntry.Turn.Enters or DoubleEntry.Turn.HasEntered;

    /// <summary>Whether somebody else has to answer.</summary>
    public bool IsForOthers(string path) => turns.GetValueOrDefault(path) is DoubleEntry.Turn.HasEntered or DoubleEntry.Turn.IsParty;

    /// <summary>What this person said; null where nothing.</summary>
    public DecidedField? EnteredIn(string path) => report.Standing.Entries.GetValueOrDefault(path, []).FirstOrDefault(entry => entry.By == user)?.Result;

    /// <summary>A sum in words gives its figures away.</summary>
    public bool Tells(CheckResult check, string? but = null) => turns.Count > 0 && check.Fields.Any(path => path != but && IsHidden(path));
}
