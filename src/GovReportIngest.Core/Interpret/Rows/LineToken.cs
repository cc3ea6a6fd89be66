namespace GovReportIngest.Core.Interpret.Rows;

internal enum LineTokenKind
{
    Label,
    Value,
    Blank,
}

/// <summary>A piece of a line: label text, a value, or a blank cell.</summary>
internal readonly record struct LineToken(LineTokenKind Kind, ValueToken Value)
{
    public string Text => Value.Text;
}
