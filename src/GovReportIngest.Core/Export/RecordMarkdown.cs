using System.Globalization;
using System.Text;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Speech;

namespace GovReportIngest.Core.Export;

/// <summary>
/// A report as Markdown (GitHub's, with tables), to read or to give to a language model: facts, the outline with its paragraphs, the tables of the
/// form, findings, what waits for review, and where it is from. Marks tell states (<see cref="ShownState"/>); ⚠ stands after what is to be reviewed.
/// </summary>
public sealed class RecordMarkdown(Tongue tongue)
{
    private const string Flag = " ⚠";

    /// <param name="version">Where it is from; null for a record outside of a store.</param>
    /// <param name="record">What it prints.</param>
    /// <param name="form">Of the record; null where it has none: its tables are printed as they were found.</param>
    public byte[] Write(RecordVersion? version, ReportRecord record, FormDefinition? form)
    {
        var text = new StringBuilder();
        var fields = record.Fields.ToDictionary(StringComparer.Ordinal);
        text.Append("# ").Append(Line(fields.GetValueOrDefault(ReportPaths.Title)?.Value is FieldValue.Words(var title) ? title : record.Source.Path)).Append("\n\n");
        WriteFacts(text, fields);
        var sheets = (form is null ? [] : FormSheet.Of(form, record.Form?.Variants ?? [])).ToDictionary(sheet => sheet.Key, StringComparer.Ordinal);
        foreach (var node in record.Outline)
        {
            WriteNode(text, node, 2);
            if (form?.Sections.FirstOrDefault(section => section.Key == node.Key)?.TableKey is { } table && sheets.Remove(table, out var inside))
                WriteSheet(text, inside, fields);
        }

        foreach (var sheet in sheets.Values)
            WriteSheet(text.Append("## ").Append(Line(sheet.Title)).Append("\n\n"), sheet, fields);
        if (form is null)
            foreach (var table in record.Tables)
                WriteRows(text, [.. TablesCsv.Grid(table).Select(row => (IReadOnlyList<string>)row)]);
        WriteFindings(text, record);
        WriteOpen(text, record);
        WriteOrigin(text, version, record);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private void WriteFacts(StringBuilder text, Dictionary<string, RecordField> fields)
    {
        WriteRows(text, [[tongue["Fact", "项目"], tongue["Value", "内容"]], .. FactWords.Paths.Skip(1).Where(fields.ContainsKey)
            .Select(path => (IReadOnlyList<string>)[FactWords.Of(path, tongue), Shown(fields[path])])]);
    }

    private static void WriteNode(StringBuilder text, OutlineNode node, int level)
    {
        text.Append('#', Math.Min(level, 6)).Append(' ').Append(Line(HeadingOf(node))).Append("\n\n");
        foreach (var paragraph in node.Paragraphs)
            text.Append(Prose(paragraph)).Append("\n\n");
        foreach (var child in node.Children)
            WriteNode(text, child, level + 1);
    }

    private static string HeadingOf(OutlineNode node) => node.Number is { Length: > 0 } number && !node.Title.StartsWith(number, StringComparison.Ordinal)
        ? number.EndsWith('）') || number.EndsWith(')') || number.EndsWith('.') ? number + node.Title : $"{number}、{node.Title}" : node.Title;

    /// <summary>Every block of the form's table is a table: labels of rows and of columns are joined, since spans cannot be written.</summary>
    private static void WriteSheet(StringBuilder text, FormSheet sheet, Dictionary<string, RecordField> fields)
    {
        var labels = FormLabels.Of(sheet);
        foreach (var block in BlocksOf(sheet, labels))
        {
            var columns = block[0].Select(path => string.Join(" › ", labels[path].Column)).ToList();
            if (labels[block[0][0]].Caption is { } caption)
                text.Append("**").Append(Line(caption)).Append("**\n\n");
            WriteRows(text, [["", .. columns], .. block.Select(row =>
                (IReadOnlyList<string>)[string.Join(" › ", labels[row[0]].Row), .. row.Select(path => Shown(fields.GetValueOrDefault(path)))])]);
        }
    }

    /// <summary>Rows of fields that stand under the same headings.</summary>
    private static IEnumerable<List<List<string>>> BlocksOf(FormSheet sheet, IReadOnlyDictionary<string, FieldLabel> labels)
    {
        var block = new List<List<string>>();
        foreach (var row in sheet.Rows.Select(row => row.Where(cell => cell.Path is not null).Select(cell => cell.Path!).ToList()).Where(row => row.Count > 0))
        {
            if (block.Count > 0 && (labels[block[0][0]].Caption != labels[row[0]].Caption || !block[0].SelectMany(path => labels[path].Column).SequenceEqual(row.SelectMany(path => labels[path].Column))))
            {
                yield return block;
                block = [];
            }

            block.Add(row);
        }

        yield return block;
    }

    private void WriteFindings(StringBuilder text, ReportRecord record)
    {
        var violated = record.Checks.Where(check => check.Outcome is CheckOutcome.Violated).ToList();
        if (violated.Count == 0)
            return;
        text.Append("## ").Append(tongue["Sums that do not hold in print", "原文勾稽不符"]).Append("\n\n");
        foreach (var check in violated)
            text.Append("- ").Append(CultureInfo.InvariantCulture, $"`{check.Id}`: {check.Left} ≠ {check.Right}\n");
        text.Append('\n');
    }

    private void WriteOpen(StringBuilder text, ReportRecord record)
    {
        var open = record.Fields.Where(field => field.Value.Review is ReviewState.Open).ToList();
        if (open.Count + record.Review.Count == 0)
            return;
        text.Append("## ").Append(tongue["To be reviewed", "待复核"]).Append("\n\n");
        foreach (var item in record.Review)
            text.Append("- ").Append(Prose(item.Reason)).Append(item.Detail.Length > 0 ? ": " : "").Append(Prose(item.Detail)).Append('\n');
        foreach (var (path, field) in open)
            text.Append("- `").Append(path).Append("` ").Append(Shown(field)).Append(" (").Append(string.Join(", ", field.Reasons)).Append(")\n");
        text.Append('\n');
    }

    private void WriteOrigin(StringBuilder text, RecordVersion? version, ReportRecord record)
    {
        text.Append("## ").Append(tongue["Where this is from", "来源"]).Append("\n\n");
        foreach (var (name, value) in RecordOrigin.Of(version, record, tongue))
            text.Append("- ").Append(name).Append(tongue[": ", "："]).Append(Prose(value)).Append('\n');
        text.Append('\n');
    }

    private static void WriteRows(StringBuilder text, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        for (var index = 0; index < rows.Count; index++)
        {
            text.Append("| ").AppendJoin(" | ", rows[index].Select(Cell)).Append(" |\n");
            if (index == 0)
                text.Append("| ").AppendJoin(" | ", rows[0].Select(_ => "---")).Append(" |\n");
        }

        text.Append('\n');
    }

    private static string Shown(RecordField? field) => field is null ? "" : ShownState.Of(field) + (field.Review is ReviewState.Open ? Flag : "");

    private static string Cell(string text) => Prose(text).Replace("|", "\\|", StringComparison.Ordinal);

    private static string Line(string text) => Prose(text.ReplaceLineEndings(" "));

    /// <summary>What Markdown would take for marks stays text: documents cannot write headings, links or HTML into an export.</summary>
    private static string Prose(string text)
    {
        var escaped = new StringBuilder();
        foreach (var character in text.ReplaceLineEndings(" "))
        {
            if (@"\`*_[]<>#|".Contains(character, StringComparison.Ordinal) && character is not '|' || (escaped.Length == 0 && character is '-' or '+' && text.Length > 1 && text[1] == ' '))
                escaped.Append('\\');
            escaped.Append(character);
        }

        return escaped.ToString();
    }
}
