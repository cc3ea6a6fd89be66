using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Check;

/// <summary>Decides for every field how far it can be trusted and whether a person must look.</summary>
internal sealed class FieldJudge(Calibration calibration)
{
    public IReadOnlyList<KeyValuePair<string, RecordField>> Judge(
        IReadOnlyList<CellVerdict> cells, IReadOnlyList<CheckResult> checks, JudgedPages pages)
    {
        var culprits = ViolationCulprits.Among(cells, checks, calibration.StrongAgreement);
        var unlike = UnlikeCells.Among(cells);
        var support = SupportByField(checks);
        var grounds = new GroundsOfField(checks, pages.Scanned);
        var titleLacksParts = cells.Any(cell => cell is { State: FieldState.Missing, Reading.Path: ReportPaths.Agency or ReportPaths.Year });
        RecordField Judged(CellVerdict cell, string? suspicion) =>
            Judge(cell, Trust(cell, support.GetValueOrDefault(cell.Reading.Path), grounds.Of(cell, suspicion), pages.Scanned), suspicion, pages);
        return [.. cells.Select(cell => KeyValuePair.Create(cell.Reading.Path, Judged(cell, SuspicionOf(cell, culprits, unlike, titleLacksParts))))];
    }

    /// <summary>What other fields say against this one.</summary>
    private static string? SuspicionOf(CellVerdict cell, IReadOnlySet<string> culprits, IReadOnlySet<string> unlike, bool titleLacksParts)
    {
        if (culprits.Contains(cell.Reading.Path))
            return "conflict";
        if (unlike.Contains(cell.Reading.Path))
            return "unlike-others";
        // A title without agency or year may have lost a line.
        return titleLacksParts && cell is { State: FieldState.Printed, Reading.Path: ReportPaths.Title } ? "title-incomplete" : null;
    }

    private static Dictionary<string, IdentitySupport> SupportByField(IReadOnlyList<CheckResult> checks)
    {
        var support = new Dictionary<string, IdentitySupport>(StringComparer.Ordinal);
        foreach (var check in checks.Where(check => check.Outcome != CheckOutcome.Unknown && check.Severity == CheckSeverity.Error))
            foreach (var path in check.Fields)
                if (check.Outcome == CheckOutcome.Violated)
                    support[path] = IdentitySupport.Violated;
                else
                    support.TryAdd(path, IdentitySupport.Held);
        return support;
    }

    /// <summary>How far a field is trusted, whether that is too little, and whether its image leaves a doubt in any case.</summary>
    private readonly record struct FieldTrust(decimal Probability, bool IsLow, bool IsUnsettled, FieldGrounds? Grounds);

    private FieldTrust Trust(CellVerdict cell, IdentitySupport support, FieldGrounds? grounds, IReadOnlySet<int> scannedPages)
    {
        var ofClass = calibration.Of(EvidenceClass.Of(cell, support, scannedPages));
        if (grounds is null || calibration.Scans is not { } scans)
            return new(Math.Round(ofClass, 6), ofClass < calibration.OpenBelow, false, grounds);
        var fitted = scans.Of(grounds);
        return new(Math.Round(Math.Clamp(fitted ?? ScanTrust.Unjudged, 0.000001m, 0.999999m), 6), fitted is null || fitted < scans.OpenBelow, ScanTrust.IsUnsettled(grounds), grounds);
    }

    private RecordField Judge(CellVerdict cell, FieldTrust trust, string? suspicion, JudgedPages pages)
    {
        var probability = trust.Probability;
        var reasons = new SortedSet<string>(StringComparer.Ordinal);
        reasons.UnionWith(OpenReasons(cell, suspicion, trust, pages));
        if (reasons.Count > 0 && pages.IsCoarse(cell.Reading))
            reasons.Add(Problem.LowResolution);
        var isOpen = reasons.Count > 0;
        if (cell.WasChosen)
            reasons.Add("chosen-by-identities");
        reasons.UnionWith(cell.Reading.Notes);
        return new()
        {
            State = cell.State,
            Value = cell.State == FieldState.Printed ? cell.Value : null,
            Printed = cell.Printed,
            Probability = probability,
            Review = isOpen ? ReviewState.Open : ReviewState.None,
            Reasons = [.. reasons],
            Evidence = cell.Reading.Evidence,
            Candidates = CandidatesOf(cell, probability),
            Grounds = trust.Grounds,
        };
    }

    private IEnumerable<string> OpenReasons(CellVerdict cell, string? suspicion, FieldTrust trust, JudgedPages pages)
    {
        var reading = cell.Reading;
        foreach (var doubt in reading.Doubts)
            yield return doubt;
        if (cell.State == FieldState.Unreadable)
            yield return "unreadable";
        if (cell.State == FieldState.Missing && reading.Doubts.Count == 0 && MissingReason(reading, pages.LacksSome || pages.Coarse.Count > 0) is { } missing)
            yield return missing;
        if (cell.State is FieldState.Missing or FieldState.Unreadable)
            yield break;
        if (suspicion is not null)
            yield return suspicion;
        if (trust.IsLow)
            yield return "low-probability";
        else if (!trust.IsUnsettled)
            yield break;
        foreach (var doubt in reading.Cell?.Doubts ?? [])
            yield return doubt;
        if (reading.Cell?.Opinions.Count > 1 && !cell.ReadersAgree)
            yield return CellReading.ReadersDisagree;
    }

    /// <summary>Null where nothing needs to be asked: the row is shown not to be there, or reports need not print the field.</summary>
    private static string? MissingReason(FieldReading reading, bool mayBeUnseen) => reading.Path switch
    {
        ReportPaths.Region or ReportPaths.Period => mayBeUnseen ? "not-found" : null,
        ReportPaths.Agency => "no-agency",
        ReportPaths.Title or ReportPaths.Year => "not-found",
        _ when mayBeUnseen && reading.Notes.Contains("row-absent") => "row-not-found",
        _ => reading.Notes.Any(note => note is "row-replaced" or "row-absent" or "column-replaced") ? null : "table-not-found",
    };

    /// <summary>The other readings share what the chosen one leaves of probability.</summary>
    private static List<FieldCandidate> CandidatesOf(CellVerdict cell, decimal probability)
    {
        var others = cell.Options.Count > 0
            ? cell.Options.Select(option => new FieldCandidate(new FieldValue.Number(option.Amount), Weight(option.Probability)))
            : cell.Reading.Alternatives;
        var kept = others.Where(other => !Equals(other.Value, cell.Value)).ToList();
        var total = kept.Sum(other => other.Probability);
        var rest = 1 - probability;
        return [.. kept
            .Select(other => other with { Probability = Math.Round(total > 0 ? rest * other.Probability / total : rest / kept.Count, 6) })
            .OrderByDescending(other => other.Probability)
            .ThenBy(other => other.Value is FieldValue.Number(var amount) ? amount : 0)
            .ThenBy(other => other.Value is FieldValue.Words(var text) ? text : "", StringComparer.Ordinal)];
    }

    private static decimal Weight(double probability) => (decimal)Math.Clamp(probability, 1e-9, 1);
}
