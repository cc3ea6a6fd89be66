using System.Globalization;
using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Training.Reviews;

/// <summary>How reports were read, compared with what people accepted.</summary>
/// <param name="Reports">Compared.</param>
/// <param name="Fields">That the accepted records have.</param>
/// <param name="Exact">State and value are those that were accepted.</param>
/// <param name="Flagged">Somebody is asked.</param>
/// <param name="Silent">Neither of both.</param>
/// <param name="NothingOpen">Reports in which nobody is asked.</param>
public sealed record ReviewScore(int Reports, int Fields, int Exact, int Flagged, int Silent, int NothingOpen)
{
    /// <param name="reports">As they are read now, and as they were accepted.</param>
    public static ReviewScore Of(IEnumerable<(ReportRecord? Read, ReportRecord Truth)> reports)
    {
        var (count, fields, exact, flagged, silent, nothingOpen) = (0, 0, 0, 0, 0, 0);
        foreach (var (read, truth) in reports)
        {
            var found = read?.Fields.ToDictionary(StringComparer.Ordinal) ?? [];
            var (isAsked, hasOpen) = (read is null || read.Review.Count > 0, read is null || read.Outcome is not Outcome.Accepted);
            (count, nothingOpen) = (count + 1, nothingOpen + (hasOpen ? 0 : 1));
            foreach (var (path, field) in truth.Fields)
            {
                var own = found.GetValueOrDefault(path);
                var isExact = own is not null && own.State == field.State && own.Value == field.Value;
                var isOpen = own is null ? isAsked : own.Review is ReviewState.Open;
                (fields, exact, flagged, silent) = (fields + 1, exact + (isExact ? 1 : 0), flagged + (isOpen ? 1 : 0), silent + (isExact || isOpen ? 0 : 1));
            }
        }

        return new(count, fields, exact, flagged, silent, nothingOpen);
    }

    public override string ToString() => Fields == 0 ? "nothing" : string.Create(CultureInfo.InvariantCulture,
        $"{Reports} reports, {Fields} fields: exact {100m * Exact / Fields:0.00} %, flagged {100m * Flagged / Fields:0.00} %, silent {Silent}, nothing open in {NothingOpen}");
}
