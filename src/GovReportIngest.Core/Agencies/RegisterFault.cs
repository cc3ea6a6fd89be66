namespace GovReportIngest.Core.Agencies;

public enum RegisterFault
{
    /// <summary>Neither UTF-8 nor GB18030, or quotes that do not end.</summary>
    Unreadable,

    UnknownColumn,

    /// <summary>A column, or a cell of it, that every agency must have.</summary>
    Missing,

    SameId,

    /// <summary>No year, month or day.</summary>
    WrongDay,

    /// <summary>Ends before it begins.</summary>
    EndsEarly,

    /// <summary>The register has no such agency.</summary>
    UnknownSuccessor,

    /// <summary>An agency that would take its own place in the end.</summary>
    SuccessorsInCircle,
}
