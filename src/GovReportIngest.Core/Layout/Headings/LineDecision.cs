namespace GovReportIngest.Core.Layout.Headings;

/// <summary>
/// What the decoder made of a line: its class, and for a line that begins a heading its level and number. A line that goes on with
/// the heading above has the heading's class and <see cref="GoesOn"/>.
/// </summary>
internal readonly record struct LineDecision(LineClass Class, Numbering Numbering, bool GoesOn)
{
    /// <summary>1 to 4; 0 for a line that is no heading.</summary>
    public int Level => Class is >= LineClass.Heading1 and <= LineClass.Heading4 ? Class - LineClass.Heading1 + 1 : 0;
}
