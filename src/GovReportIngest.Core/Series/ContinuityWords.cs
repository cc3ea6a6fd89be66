using System.Globalization;
using GovReportIngest.Core.Check;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Speech;

namespace GovReportIngest.Core.Series;

/// <summary>Figures of two years that do not go together, in words, with the names that are printed beside them.</summary>
public static class ContinuityWords
{
    /// <param name="finding">Of reports on forms of the library.</param>
    /// <param name="forms">Have the printed names.</param>
    /// <param name="tongue">Of the words.</param>
    public static string Of(YearFinding finding, FormLibrary forms, Tongue tongue)
    {
        var (report, previous) = (finding.Report, finding.Previous);
        var form = forms.Find(report.FormId) ?? throw new ArgumentException($"There is no form {report.FormId}.", nameof(forms));
        var identity = form.YearRules.SelectMany(rule => rule.Expand(form, report.Variants)).First(identity => identity.Id == finding.Check.Id);
        var names = FormSheet.Of(form, report.Variants).SelectMany(FormLabels.Of).ToDictionary(label => label.Key, label => label.Value, StringComparer.Ordinal);
        string Side(IReadOnlyList<IdentityTerm> terms) => string.Concat(terms.Select((term, index) =>
            $"{(term.Sign < 0 ? "− " : index == 0 ? "" : "+ ")}{NameOf(names, term.Path)}{YearOf(term)} {ValueOf(term)}{(index < terms.Count - 1 ? " " : "")}"));
        string YearOf(IdentityTerm term) => tongue[$" ({(term.IsOfPreviousYear ? previous : report).Year})", $"（{(term.IsOfPreviousYear ? previous : report).Year} 年）"];
        string ValueOf(IdentityTerm term) => (term.IsOfPreviousYear ? previous : report).Fields.GetValueOrDefault(term.Path)?.Value is FieldValue.Number(var amount)
            ? amount.ToString("#,0.####", CultureInfo.InvariantCulture) : "?";
        return tongue[
            $"{Side(identity.Left)} ≠ {Side(identity.Right)} (reports {report.Name}, {previous.Name}){(finding.IsOpen ? "; to be reviewed" : "")}",
            $"{Side(identity.Left)} ≠ {Side(identity.Right)}（报告 {report.Name}、{previous.Name}）{(finding.IsOpen ? "，尚待复核" : "")}"];
    }

    private static string NameOf(IReadOnlyDictionary<string, FieldLabel> names, string path) =>
        names.TryGetValue(path, out var name) ? string.Join(" · ", name.Row.TakeLast(1).Concat(name.Column.TakeLast(1))) : path;
}
