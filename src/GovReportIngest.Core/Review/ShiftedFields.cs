using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret.Forms;

namespace GovReportIngest.Core.Review;

/// <summary>Fields of a record as shifts of its tables leave them.</summary>
internal sealed class ShiftedFields
{
    /// <summary>A person said that this was read into another cell.</summary>
    public const string Reason = "shifted";

    /// <summary>Of a cell that a shift left empty: nothing is known of it.</summary>
    private const decimal Unknown = 0.5m;

    /// <summary>Sums that settle the doubts about a number, as when it is read.</summary>
    private const int SettlingSums = 2;

    private readonly Dictionary<string, RecordField> read;
    private readonly Dictionary<string, string?> origins;

    /// <param name="read">As the machine read it.</param>
    /// <param name="form">Null where it has none or it is not installed: no shift can be followed then.</param>
    /// <param name="shifts">The earliest first.</param>
    public ShiftedFields(ReportRecord read, FormDefinition? form, IReadOnlyList<Decision> shifts)
    {
        this.read = read.Fields.ToDictionary(StringComparer.Ordinal);
        origins = form is null || shifts.Count == 0 ? [] : OriginsOf(new(form, read.Form?.Variants ?? []), shifts);
    }

    /// <summary>Paths of the fields that hold something else than was read into them.</summary>
    public IReadOnlyCollection<string> Changed => origins.Keys;

    /// <summary>The content of a field; whether it is open is not known before the sums are.</summary>
    public RecordField At(string path)
    {
        var own = read[path];
        if (!origins.TryGetValue(path, out var origin))
            return own;
        var content = origin is not null && read.TryGetValue(origin, out var source) ? source
            : new() { State = FieldState.Missing, Probability = Unknown, Review = ReviewState.Open };
        return content with
        {
            Reasons = [.. content.Reasons.Append(Reason).Distinct().Order(StringComparer.Ordinal)],
            Extracted = new(own.State, own.Value, own.Probability),
            Grounds = null,
        };
    }

    /// <summary>
    /// Whoever moved a field saw what it is; that it was read well they did not say. Sums that hold where it stands now settle old doubts, one
    /// that does not hold asks about it.
    /// </summary>
    public RecordField Judge(RecordField field, string path, IEnumerable<CheckResult> checks)
    {
        var sums = checks.Where(check => check.Severity is CheckSeverity.Error && check.Fields.Contains(path)).ToList();
        var isDoubtful = origins[path] is null || (field.Review is ReviewState.Open && sums.Count(sum => sum.Outcome is CheckOutcome.Holds) < SettlingSums);
        var isSame = field.State == field.Extracted!.State && field.Value == field.Extracted.Value;
        return field with
        {
            Review = isDoubtful || sums.Exists(sum => sum.Outcome is CheckOutcome.Violated) ? ReviewState.Open : isSame ? ReviewState.Confirmed : ReviewState.Corrected,
        };
    }

    /// <summary>Where the content of every changed field was read; null for those that were left empty.</summary>
    private static Dictionary<string, string?> OriginsOf(FieldGrid grid, IReadOnlyList<Decision> shifts)
    {
        var origins = new Dictionary<string, string?>(StringComparer.Ordinal);
        string? Origin(string path) => origins.TryGetValue(path, out var origin) ? origin : path;
        foreach (var moved in shifts.Select(shift => shift.Shift!.In(grid)).OfType<IReadOnlyDictionary<string, string?>>())
            foreach (var (path, origin) in moved.Select(cell => (cell.Key, cell.Value is null ? null : Origin(cell.Value))).ToList())
                origins[path] = origin;
        foreach (var (path, _) in origins.Where(cell => cell.Key == cell.Value).ToList())
            origins.Remove(path);
        return origins;
    }
}
