using System.Text;
using GovReportIngest.Core.Layout.Lines;

namespace GovReportIngest.Reading.Flow;

/// <summary>
/// Collects the characters of one line as they are shown: white space collapses to one space, line breaks of the source between
/// wide characters vanish (CSS Text 3, 4.1.3), characters without width are dropped, and spaces at the beginning are its indent.
/// </summary>
internal sealed class LineText
{
    private readonly StringBuilder text = new();
    private bool hasSpace;
    private bool hasHardSpace;
    private bool hasSourceBreak;

    public double IndentInEm { get; private set; }

    public int Length => text.Length;

    public override string ToString() => text.ToString();

    public void Clear()
    {
        text.Clear();
        (hasSpace, hasHardSpace, hasSourceBreak, IndentInEm) = (false, false, false, 0);
    }

    /// <returns>Visible characters that were added.</returns>
    public int Append(ReadOnlySpan<char> characters)
    {
        var before = text.Length;
        foreach (var character in characters)
            Append(character);
        return text.Length - before;
    }

    private void Append(char character)
    {
        if (character is '\u200B' or '\uFEFF' or '\u00AD' or '\u2060' or '\u200C' or '\u200D')
            return;
        if (character is '\n' or '\r')
            hasSourceBreak = true;
        else if (char.IsWhiteSpace(character))
            AppendSpace(character);
        else if (!char.IsControl(character))
            AppendVisible(character);
    }

    private void AppendSpace(char character)
    {
        // Spaces of the source collapse; those that are meant to be seen do not at the beginning of a line.
        if (text.Length == 0)
            IndentInEm += character is '\u3000' or '\u2003' ? 1 : character is '\u00A0' or '\u2002' ? 0.5 : 0;
        // White space of the source around its line breaks vanishes with them.
        hasSpace |= character is ' ' or '\t' or '\f' or '\v';
        hasHardSpace |= character is not (' ' or '\t' or '\f' or '\v');
    }

    private void AppendVisible(char character)
    {
        if (text.Length > 0 && (hasHardSpace || (hasSourceBreak ? HanSpacing.NeedsSpace(text[^1], character) : hasSpace)))
            text.Append(' ');
        text.Append(character);
        (hasSpace, hasHardSpace, hasSourceBreak) = (false, false, false);
    }
}
