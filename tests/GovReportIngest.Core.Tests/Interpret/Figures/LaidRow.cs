using GovReportIngest.Core.Interpret.Forms;

namespace GovReportIngest.Core.Tests.Interpret.Figures;

/// <summary>A row as it was laid out: the fields it prints, and the tokens in which their characters stand.</summary>
/// <param name="Prints">What each field prints, empty for a blank cell.</param>
/// <param name="Tokens">As many as fields where nothing ran together.</param>
internal sealed record LaidRow(string Table, string Row, IReadOnlyList<LaidField> Fields, IReadOnlyList<string> Tokens)
{
    public bool IsFused => Tokens.Count < Fields.Count && Fields.All(cell => cell.Printed.Length > 0);

    /// <summary>A blank cell of which nothing is left.</summary>
    public bool LostBlanks { get; init; }
}

/// <param name="Value">Null where no number is printed.</param>
internal sealed record LaidField(string Path, string Column, FieldType Type, string Printed, decimal? Value);
