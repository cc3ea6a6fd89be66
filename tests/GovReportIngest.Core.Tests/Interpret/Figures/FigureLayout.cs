using System.Globalization;
using System.Text;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.TestKit.Figures;

namespace GovReportIngest.Core.Tests.Interpret.Figures;

/// <summary>How the tables of a text report reach us.</summary>
public enum Mess
{
    Tabs,
    Spaces,
    Pipes,
    OneCellALine,

    /// <summary>The digits of a row in one token.</summary>
    Fused,

    /// <summary>Some of the blanks between the digits of a row are lost.</summary>
    PartlyFused,

    /// <summary>The digits of a row in one token, and the next label right behind it.</summary>
    FusedWithNextLabel,

    /// <summary>Spaces, and the last value runs on into the next label.</summary>
    LastFusedWithNextLabel,

    /// <summary>Fused and spaced rows in one table.</summary>
    SomeRowsFused,

    /// <summary>Tabs with free cells before the values of rows without a group cell, as where a merged cell was left out.</summary>
    ShiftedTabs,
}

/// <summary>Columns that only number the rows.</summary>
[Flags]
public enum Numbering
{
    None = 0,

    /// <summary>序号, before the label.</summary>
    Index = 1,

    /// <summary>代码, behind the unit, of two digits.</summary>
    Code = 2,
}

/// <summary>Lays the figures of a report out as text in one kind of mess; the same seed gives the same text.</summary>
internal sealed class FigureLayout(FigureFile file, Mess mess, string nullMark, int seed)
{
    private readonly Random random = new(seed);
    private readonly StringBuilder text = new();
    private readonly List<LaidRow> rows = [];
    private bool runsOn;
    private int number;

    public IReadOnlyList<LaidRow> Rows => rows;

    public Numbering Numbering { get; init; }

    /// <summary>Key of the column variant that is printed.</summary>
    public string? Columns { get; init; }

    /// <summary>Stands in the first section.</summary>
    public string Narrative { get; init; } = "本年各项工作按要求进行。";

    public string Write()
    {
        text.Append(CultureInfo.InvariantCulture, $"{file.Agency}{file.Year}年政府信息公开工作年度报告\n\n");
        for (var i = 0; i < file.Form.Sections.Count; i++)
        {
            var section = file.Form.Sections[i];
            text.Append(CultureInfo.InvariantCulture, $"{"一二三四五六七八九十"[i]}、{section.Title}\n\n");
            if (file.Form.Tables.FirstOrDefault(table => table.Key == section.TableKey) is { } table)
                Write(MadeFigures.Printed(table, Columns));
            else
                text.Append(i == 0 ? Narrative : "有关事项仍须改进，下一步继续努力。").Append("\n\n");
        }

        // Blank lines at the very end may be cells or nothing.
        if (mess is Mess.OneCellALine && file.Form.Sections[^1].TableKey is not null && rows[^1].Fields[^1].Printed.Length == 0)
            rows[^1] = rows[^1] with { LostBlanks = true };
        return text.ToString();
    }

    private void Write(FormTable table)
    {
        foreach (var boilerplate in table.Boilerplate.Take(1))
            text.Append(boilerplate).Append('\n');
        foreach (var block in table.Blocks)
        {
            WriteHeader(block);
            IReadOnlyList<string> above = [];
            foreach (var row in RowsOf(table, block))
            {
                if (row.Unit is not null)
                    foreach (var group in row.Group.Except(above))
                        Line([group, "——", .. block.Columns.Select(_ => "——")]);
                above = row.Group;
                Write(table, block, row);
            }

            if (runsOn)
                text.Append('\n');
            runsOn = false;
        }

        text.Append('\n');
    }

    /// <summary>The rows that the report prints, a variant's where it prints those.</summary>
    private IEnumerable<FormRow> RowsOf(FormTable table, FormBlock block)
    {
        bool IsPrinted(FormRow row) => block.Columns.Any(column => file.Cells.ContainsKey(table.PathOf(row, column)));
        foreach (var row in block.Rows)
        {
            if (IsPrinted(row))
                yield return row;
            foreach (var variant in table.Variants.Where(variant => variant.Replaces[0] == row.Key))
                foreach (var other in variant.Rows.Where(IsPrinted))
                    yield return other;
        }
    }

    private void WriteHeader(FormBlock block)
    {
        if (block.Header is not null)
            text.Append(block.Header).Append('\n');
        var groups = block.Columns.SelectMany(column => column.Group).Distinct().ToList();
        if (groups.Count > 0)
            text.Append(string.Join(' ', groups)).Append('\n');
        if (Numbering is not Numbering.None && block.Rows[0].Unit is not null)
        {
            Line(WithNumbers("序号", "指标", "单位", "代码", [.. block.Columns.Select(column => column.Label)]));
            return;
        }

        List<string> cells = [.. block.Columns.Select(column => column.Label).Prepend(block.ColumnHeaderCell ?? "").Where(cell => cell.Length > 0 || HasCells)];
        Line(cells);
    }

    private List<string> WithNumbers(string index, string label, string unit, string code, IReadOnlyList<string> values) =>
    [
        .. Numbering.HasFlag(Numbering.Index) ? new[] { index } : [], label, unit, .. Numbering.HasFlag(Numbering.Code) ? new[] { code } : [], .. values,
    ];

    private bool HasCells => mess is Mess.Tabs or Mess.Pipes or Mess.ShiftedTabs;

    private void Line(IReadOnlyList<string> cells) => text.Append(mess switch
    {
        Mess.Pipes => $"| {string.Join(" | ", cells)} |\n",
        Mess.Tabs or Mess.ShiftedTabs => string.Join('\t', cells) + "\n",
        Mess.OneCellALine => string.Join('\n', cells) + "\n",
        _ => string.Join(' ', cells) + "\n",
    });

    private void Write(FormTable table, FormBlock block, FormRow row)
    {
        List<LaidField> fields = [.. block.Columns.Select(column => FieldOf(table.PathOf(row, column), column, row.Type ?? column.Type))];
        var tokens = Tokens(fields);
        rows.Add(new(table.Key, row.Key, fields, tokens)
        {
            LostBlanks = !HasCells && mess is not Mess.OneCellALine && fields.Any(field => field.Printed.Length == 0),
        });
        var label = mess is Mess.Spaces ? Break(row.Label) : row.Label;
        List<string> unit = row.Unit is null ? [] : [row.Unit];
        number++;
        switch (mess)
        {
            case not (Mess.FusedWithNextLabel or Mess.LastFusedWithNextLabel or Mess.ShiftedTabs) when Numbering is not Numbering.None && row.Unit is not null:
                Line(WithNumbers($"{number}", label, row.Unit, $"{number:00}", tokens));
                break;
            case Mess.FusedWithNextLabel or Mess.LastFusedWithNextLabel when row.Label.Length > 0:
                text.Append(runsOn ? "" : "\n").Append(string.Join(' ', [label, .. unit, .. tokens]));
                runsOn = true;
                break;
            case Mess.ShiftedTabs when row.Label.Length > 0:
                Line([.. Enumerable.Repeat("", row.Group.Count), label, .. unit, .. Enumerable.Repeat("", Deepest(block) - row.Group.Count), .. tokens]);
                break;
            default:
                Line([.. (label.Length > 0 ? new[] { label } : []), .. unit, .. tokens]);
                break;
        }
    }

    private static int Deepest(FormBlock block) => block.Rows.Max(row => row.Group.Count);

    private LaidField FieldOf(string path, FormColumn column, FieldType type)
    {
        var value = file.Cells[path];
        return new(path, column.Key, type, value?.ToString(CultureInfo.InvariantCulture) ?? nullMark, value);
    }

    private List<string> Tokens(List<LaidField> fields)
    {
        var printed = fields.Select(field => field.Printed).ToList();
        if (HasCells || mess is Mess.OneCellALine)
            return printed;
        var seen = printed.Where(cell => cell.Length > 0).ToList();
        return mess switch
        {
            Mess.Fused or Mess.FusedWithNextLabel => seen.Count == 0 ? [] : [string.Concat(seen)],
            Mess.SomeRowsFused when random.Next(2) == 0 && seen.Count > 0 => [string.Concat(seen)],
            Mess.PartlyFused => PartlyFused(seen),
            _ => seen,
        };
    }

    private List<string> PartlyFused(List<string> cells)
    {
        var tokens = new List<string>();
        for (var i = 0; i < cells.Count; i++)
            if (i > 0 && random.Next(3) == 0)
                tokens[^1] += cells[i];
            else
                tokens.Add(cells[i]);
        return tokens;
    }

    /// <summary>Between two characters of words, by a space or as a narrow cell wraps.</summary>
    private string Break(string label)
    {
        if (label.Length < 6)
            return label;
        var at = random.Next(3, label.Length - 1);
        return label[..at] + (random.Next(2) == 0 ? "\n" : " ") + label[at..];
    }
}
