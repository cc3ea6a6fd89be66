using System.Globalization;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret;

namespace GovReportIngest.Core.Check;

/// <summary>The numbers among a cell's candidate readings.</summary>
internal static class CellOptions
{
    /// <summary>The first is what Interpret took; others only if the readers supported them. At most four.</summary>
    public static IReadOnlyList<CellOption> Of(FieldReading reading)
    {
        var options = new List<CellOption>();
        if (reading.Value is FieldValue.Number(var chosen))
            options.Add(new(reading.Printed ?? "", chosen, ProbabilityOf(reading, chosen)));
        foreach (var candidate in reading.Cell!.Candidates)
            if (Parse(candidate.Text) is { } amount && options.All(other => other.Amount != amount) && options.Count < 4)
                options.Add(new(candidate.Text, amount, candidate.Probability));
        return options;
    }

    private static double ProbabilityOf(FieldReading reading, decimal amount) =>
        reading.Cell!.Candidates.Where(candidate => Parse(candidate.Text) == amount).Select(candidate => candidate.Probability).FirstOrDefault(0.5);

    private static decimal? Parse(string text)
    {
        Span<char> plain = stackalloc char[Math.Min(text.Length, 32)];
        var length = 0;
        foreach (var c in text)
            if (!char.IsWhiteSpace(c) && length < plain.Length)
                plain[length++] = c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c is '－' or '—' or '−' ? '-' : c == '．' ? '.' : c;
        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands;
        return decimal.TryParse(plain[..length], Styles, CultureInfo.InvariantCulture, out var amount) ? amount : null;
    }
}
