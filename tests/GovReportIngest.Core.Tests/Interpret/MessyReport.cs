using System.Globalization;
using System.Text;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.TestKit;

namespace GovReportIngest.Core.Tests.Interpret;

/// <summary>
/// A report of the given form as text with distinct figures in every cell, laid out in one of the ways in which converters
/// leave tables behind, and with what goes wrong on the way.
/// </summary>
internal sealed class MessyReport(FormDefinition form, MessyReport.Shape shape, MessyReport.Harm harm, int seed)
{
    private readonly Random random = new(seed);
    private readonly StringBuilder text = new();
    private int next;

    public enum Shape { Spaces, Tabs, Pipes, OneCellALine, ValuesBelow, ValuesInsideLabel, ValuesAbove, Box }

    [Flags]
    public enum Harm
    {
        None = 0,
        BrokenLabels = 1,
        FullWidthDigits = 2,
        NoRegulations = 4,
        LostValues = 8,
        FusedRows = 16,
        FusedWithLabels = 32,
        PageNumbers = 64,
        OneRowForOther = 128,
        ThousandsMarks = 256,
        LostLabels = 512,
        SwallowedRows = 1024,
        BlankCells = 2048,
    }

    /// <summary>What the report prints, by path, null for a blank cell; rows it does not print are absent.</summary>
    public Dictionary<string, decimal?> Truth { get; } = new(StringComparer.Ordinal);

    /// <summary>Paths whose characters were taken away or run together: they may be open.</summary>
    public HashSet<string> Harmed { get; } = new(StringComparer.Ordinal);

    public string Write()
    {
        text.Append("长乐县档案局2023年政府信息公开工作年度报告\n\n一、总体情况\n\n本年各项工作按要求进行。\n\n");
        for (var i = 1; i < form.Sections.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{"一二三四五六七八九十"[i]}、{form.Sections[i].Title}\n\n");
            if (form.Tables.FirstOrDefault(table => table.Key == form.Sections[i].TableKey) is { } table)
                Write(table);
            else
                text.Append("有关事项仍须改进，下一步继续努力。\n\n");
        }

        return text.ToString();
    }

    private void Write(FormTable table)
    {
        foreach (var boilerplate in table.Boilerplate.Take(1))
            text.Append(boilerplate).Append('\n');
        var variant = harm.HasFlag(Harm.OneRowForOther) && table.Variants.Count > 0 ? table.Variants[0] : null;
        foreach (var block in table.Blocks)
        {
            WriteHeader(block);
            var isPlaced = false;
            IReadOnlyList<string> above = [];
            foreach (var row in block.Rows)
            {
                if (row.Unit is not null)
                    foreach (var group in row.Group.Except(above))
                        Lay(group, ["——", .. block.Columns.Select(_ => "——")], isFusedWithNext: false);
                above = row.Group;
                if (variant is not null && variant.Replaces.Contains(row.Key))
                {
                    foreach (var other in isPlaced ? [] : variant.Rows)
                        Write(table, block, other);
                    isPlaced = true;
                }
                else if (!(harm.HasFlag(Harm.NoRegulations) && row.IsOptional))
                    Write(table, block, row);
            }
        }

        text.Append('\n');
    }

    private void WriteHeader(FormBlock block)
    {
        if (block.Header is not null)
            text.Append(block.Header).Append('\n');
        var groups = block.Columns.SelectMany(column => column.Group).Distinct().ToList();
        if (groups.Count > 0)
            text.Append(string.Join(' ', groups)).Append('\n');
        text.Append(Framed(string.Join(Separator, block.Columns.Select(column => column.Label).Prepend(block.ColumnHeaderCell ?? "")))).Append('\n');
    }

    private string Framed(string line) => shape switch { Shape.Pipes => $"| {line} |", Shape.Box => $"║{line}║", _ => line };

    private string Separator => shape switch { Shape.Tabs => "\t", Shape.Pipes => " | ", Shape.Box => "│", Shape.OneCellALine => "\n", _ => " " };

    private void Write(FormTable table, FormBlock block, FormRow row)
    {
        var values = new List<string>();
        var blankShare = !harm.HasFlag(Harm.BlankCells) ? 0 : random.Next(3) switch { 0 => 0, 1 => 0.5, _ => 1 };
        foreach (var column in block.Columns)
        {
            var value = ++next * 7 + random.Next(7) + (random.Next(4) == 0 ? 10_000 * next : 0);
            Truth[table.PathOf(row, column)] = random.NextDouble() < blankShare ? null : value;
            values.Add(Truth[table.PathOf(row, column)] is { } printed ? Print(printed) : "");
        }

        var label = harm.HasFlag(Harm.BrokenLabels) ? Break(row.Label) : row.Label;
        // A single cell of a delimited line that loses its value is a blank cell.
        var isHit = random.Next(5) == 0 && row.Label.Length > 0 && (block.Columns.Count > 1 || shape is not (Shape.Tabs or Shape.Pipes or Shape.Box));
        if (isHit && harm.HasFlag(Harm.LostLabels) && values.Any(value => value.Length > 0))
            label = "";
        else if (isHit && harm.HasFlag(Harm.LostValues))
            values.RemoveAt(random.Next(values.Count));
        else if (isHit && harm.HasFlag(Harm.SwallowedRows))
            values.Clear();
        else if (isHit && harm.HasFlag(Harm.FusedRows))
            values = [string.Concat(values)];
        else if (!(isHit && harm.HasFlag(Harm.FusedWithLabels)))
            isHit = false;
        if (isHit)
            Harmed.UnionWith(block.Columns.Select(column => table.PathOf(row, column)));
        if (row.Unit is not null && values.Count > 0 && label.Length > 0)
            values.Insert(0, row.Unit);
        Lay(label, values, isHit && harm.HasFlag(Harm.FusedWithLabels));
        if (harm.HasFlag(Harm.PageNumbers) && random.Next(12) == 0)
            text.Append(CultureInfo.InvariantCulture, $"\n- {random.Next(1, 9)} -\n");
    }

    private void Lay(string label, List<string> values, bool isFusedWithNext)
    {
        var middle = label.Length / 2;
        var line = string.Join(Separator, values);
        if (values.Count == 0 || label.Length == 0)
        {
            text.Append(values.Count == 0 ? label : Framed(line)).Append(isFusedWithNext ? "" : "\n");
            return;
        }

        text.Append(shape switch
        {
            Shape.Pipes => $"| {label.Replace("\n", "", StringComparison.Ordinal)} | {line} |",
            Shape.Box => $"├────┼────┤\n║{label.Replace("\n", "", StringComparison.Ordinal)}│{line}║",
            Shape.Tabs => $"{label.Replace("\n", "", StringComparison.Ordinal)}\t{line}",
            Shape.Spaces => $"{label} {line}",
            Shape.ValuesInsideLabel when label.Length > 12 => $"{label[..middle]}\n{line}\n{label[middle..]}",
            Shape.ValuesAbove => $"{line}\n{label}",
            _ => $"{label}\n{line}",
        });
        text.Append(isFusedWithNext ? "" : "\n");
    }

    private string Print(decimal value)
    {
        var printed = value.ToString(harm.HasFlag(Harm.ThousandsMarks) ? "#,##0" : "0", CultureInfo.InvariantCulture);
        return harm.HasFlag(Harm.FullWidthDigits) && random.Next(3) == 0
            ? new([.. printed.Select(character => char.IsAsciiDigit(character) ? (char)(character + 0xFEE0) : character)])
            : printed;
    }

    // Between two characters of words, as a narrow cell wraps.
    private string Break(string label)
    {
        if (label.Length < 6)
            return label;
        var at = random.Next(3, label.Length - 1);
        return label[..at] + "\n" + label[at..];
    }
}
