namespace GovReportIngest.Exporting.Xlsx;

internal enum Fill
{
    None,

    /// <summary>Headings and labels.</summary>
    Heading,

    /// <summary>To be reviewed.</summary>
    Open,

    /// <summary>A person changed it.</summary>
    Corrected,

    /// <summary>The page has no such row.</summary>
    Missing,

    /// <summary>Nobody and nothing could read it.</summary>
    Unreadable,
}

internal enum Ink
{
    Normal,

    /// <summary>Marks in place of values.</summary>
    Faint,

    Bold,

    /// <summary>Of what is to be reviewed or does not add up.</summary>
    Warning,
}

/// <summary>How a cell looks.</summary>
/// <param name="Fill">Behind it.</param>
/// <param name="Ink">Of its characters.</param>
/// <param name="IsCentred">Else by its type: numbers right, texts left.</param>
/// <param name="IsBare">No line around it.</param>
/// <param name="IsLiteral">A text that stays one whatever it begins with, also when a person edits the cell.</param>
internal readonly record struct Look(Fill Fill = Fill.None, Ink Ink = Ink.Normal, bool IsCentred = false, bool IsBare = false, bool IsLiteral = false);
