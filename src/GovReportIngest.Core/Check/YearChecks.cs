using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret.Forms;

namespace GovReportIngest.Core.Check;

/// <summary>A figure that does not go with that of the year before; both are kept as printed.</summary>
/// <param name="Check">Fields of the year before begin with <c>previous.</c>.</param>
/// <param name="IsOpen">A figure of it is still to be reviewed: it may be misread.</param>
public sealed record YearFinding(YearReport Report, YearReport Previous, CheckResult Check, bool IsOpen);

/// <summary>Records for one year of an agency that differ: none of them is compared with other years.</summary>
public sealed record YearClash(string Agency, int Year, IReadOnlyList<string> Records);

/// <summary>
/// Compares the reports of each agency with those of the year before, by the identities across years of their forms. Unknown is not
/// zero: where a figure is missing, unreadable or blank, nothing is said.
/// </summary>
/// <param name="Pairs">Pairs of years that follow each other.</param>
/// <param name="Held">Identities that hold.</param>
/// <param name="Unknown">Identities of which a figure is not known.</param>
/// <param name="Findings">By agency, year, and the order of the form.</param>
public sealed record YearChecks(
    int Agencies, int Pairs, int Held, int Unknown, IReadOnlyList<YearFinding> Findings, IReadOnlyList<YearClash> Clashes)
{
    public static YearChecks Of(IEnumerable<YearReport> reports, FormLibrary forms)
    {
        var byAgency = reports.GroupBy(report => report.Agency, StringComparer.Ordinal).OrderBy(agency => agency.Key, StringComparer.Ordinal).ToList();
        var years = byAgency.SelectMany(agency => agency.GroupBy(report => report.Year).OrderBy(year => year.Key)).ToList();
        var single = years.Where(AreCopies).Select(year => year.First()).ToDictionary(report => (report.Agency, report.Year));
        var pairs = single.Values.Where(report => single.ContainsKey((report.Agency, report.Year - 1)))
            .Select(report => (Report: report, Previous: single[(report.Agency, report.Year - 1)])).ToList();
        var checks = pairs.SelectMany(pair => Compare(pair.Report, pair.Previous, forms)).ToList();
        return new(
            byAgency.Count, pairs.Count, checks.Count(finding => finding.Check.Outcome is CheckOutcome.Holds),
            checks.Count(finding => finding.Check.Outcome is CheckOutcome.Unknown),
            [.. checks.Where(finding => finding.Check.Outcome is CheckOutcome.Violated)],
            [.. years.Where(year => !AreCopies(year)).Select(year => new YearClash(
                year.First().Agency, year.Key, [.. year.Select(report => report.Name).Order(StringComparer.Ordinal)]))]);
    }

    /// <summary>The same report twice, as a scan and as a text: all say the same of every figure.</summary>
    private static bool AreCopies(IEnumerable<YearReport> year)
    {
        var first = year.First();
        return year.Skip(1).All(other => other.FormId == first.FormId && first.Fields.All(field => ReportPaths.Has(field.Key)
            || (other.Fields.TryGetValue(field.Key, out var same) && same.State == field.Value.State && Equals(same.Value, field.Value.Value))));
    }

    private static IEnumerable<YearFinding> Compare(YearReport report, YearReport previous, FormLibrary forms)
    {
        if (forms.Find(report.FormId) is not { } form)
            yield break;
        foreach (var identity in form.YearRules.SelectMany(rule => rule.Expand(form, report.Variants)))
        {
            var check = IdentityCheck.Evaluate(identity, term => OperandOf(FieldOf(term)));
            yield return new(report, previous, check, identity.Left.Concat(identity.Right).Any(term => FieldOf(term)?.Review is ReviewState.Open));
        }

        RecordField? FieldOf(IdentityTerm term) => (term.IsOfPreviousYear ? previous : report).Fields.GetValueOrDefault(term.Path);
    }

    private static Operand OperandOf(RecordField? field) =>
        field is null ? new(FieldState.Missing, null) : new(field.State, (field.Value as FieldValue.Number)?.Amount);
}
