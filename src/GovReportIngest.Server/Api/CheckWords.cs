using System.Globalization;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Speech;
using GovReportIngest.Server.Speech;

namespace GovReportIngest.Server.Api;

/// <summary>Checks in words, with the sum worked out: <c>自然人 1288 + 商业企业 12 = 1300，表中为 1299</c>.</summary>
internal sealed class CheckWords(ReportRecord record, FieldLabels labels, IReadOnlyList<FormIdentity> identities, Tongue tongue)
{
    private readonly Dictionary<string, FormIdentity> identities = identities.ToDictionary(identity => identity.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, RecordField> fields = record.Fields.ToDictionary(StringComparer.Ordinal);

    public CheckModel Of(CheckResult check) => new(check.Id, Codes.Of(check.Outcome), Codes.Of(check.Severity), check.Fields, WordsOf(check));

    private string WordsOf(CheckResult check)
    {
        if (!identities.TryGetValue(check.Id, out var identity))
            return check.Fields.Count == 1
                ? tongue[$"the text says {Number(check.Left)}, {labels.Of(check.Fields[0])} is {Number(check.Right)}", $"正文为 {Number(check.Left)}，{labels.Of(check.Fields[0])} 为 {Number(check.Right)}"]
                : string.Join(", ", check.Fields.Select(labels.Of));
        // The side with more terms is the sum, the other what it is compared with.
        var (sum, other, worked, printed) = identity.Left.Count >= identity.Right.Count
            ? (identity.Left, identity.Right, check.Left, check.Right) : (identity.Right, identity.Left, check.Right, check.Left);
        return check.Outcome is CheckOutcome.Holds
            ? $"{Side(sum)} = {Side(other)}"
            : tongue[$"{Side(sum)} = {Number(worked)}; but {Side(other)}{(other.Count > 1 ? $" = {Number(printed)}" : "")}",
                $"{Side(sum)} = {Number(worked)}；而 {Side(other)}{(other.Count > 1 ? $" = {Number(printed)}" : "")}"];
    }

    private string Side(IReadOnlyList<IdentityTerm> terms) => string.Concat(terms.Select((term, index) =>
        $"{(term.Sign < 0 ? index == 0 ? "− " : " − " : index == 0 ? "" : " + ")}{labels.Of(term.Path, among: terms.Select(other => other.Path))} {ValueOf(term.Path)}"));

    private string ValueOf(string path) => fields.TryGetValue(path, out var field)
        ? field.Value is { } value ? WrittenValue.Of(value) : $"〔{StateWords.OfField(Codes.Of(field.State), tongue)}〕" : "?";

    private static string Number(decimal? value) => value is { } number ? WrittenValue.Of(number) : "?";
}
