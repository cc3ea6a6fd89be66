using System.Diagnostics;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Read;
using GovReportIngest.Core.Review;

namespace GovReportIngest.Core.Export;

/// <summary>The stable words that the files use for enumerations.</summary>
public static class Codes
{
    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.Accepted => "accepted",
        Outcome.NeedsReview => "needs-review",
        Outcome.Rejected => "rejected",
        _ => throw new UnreachableException(),
    };

    public static string Of(FieldState state) => state switch
    {
        FieldState.Printed => "printed",
        FieldState.Blank => "blank",
        FieldState.Placeholder => "placeholder",
        FieldState.Missing => "missing",
        FieldState.Unreadable => "unreadable",
        _ => throw new UnreachableException(),
    };

    public static string Of(ReviewState review) => review switch
    {
        ReviewState.None => "none",
        ReviewState.Open => "open",
        ReviewState.Confirmed => "confirmed",
        ReviewState.Corrected => "corrected",
        _ => throw new UnreachableException(),
    };

    public static string Of(PagePart part) => part switch
    {
        PagePart.Whole => "whole",
        PagePart.Left => "left",
        PagePart.Right => "right",
        _ => throw new UnreachableException(),
    };

    public static string Of(PageReading reading) => reading switch
    {
        PageReading.TextLayer => "text-layer",
        PageReading.Ocr => "ocr",
        PageReading.Text => "text",
        PageReading.None => "none",
        _ => throw new UnreachableException(),
    };

    public static string Of(CheckSeverity severity) => severity == CheckSeverity.Error ? "error" : "warning";

    public static string Of(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Holds => "holds",
        CheckOutcome.Violated => "violated",
        CheckOutcome.Unknown => "unknown",
        _ => throw new UnreachableException(),
    };

    public static string Of(DecisionAction action) => action switch
    {
        DecisionAction.Confirm => "confirm",
        DecisionAction.Correct => "correct",
        DecisionAction.Settle => "settle",
        DecisionAction.Shift => "shift",
        DecisionAction.Reread => "reread",
        DecisionAction.Absent => "absent",
        DecisionAction.Comment => "comment",
        DecisionAction.Doubt => "doubt",
        DecisionAction.Enter => "enter",
        DecisionAction.Reverse => "reverse",
        _ => throw new UnreachableException(),
    };

    /// <summary>The value whose word this is.</summary>
    /// <exception cref="InvalidDataException">No value has this word.</exception>
    public static T Parse<T>(string? word, Func<T, string> codeOf) where T : struct, Enum
    {
        foreach (var value in Known<T>.Values)
            if (codeOf(value) == word)
                return value;
        throw new InvalidDataException($"\"{word}\" is no {typeof(T).Name}");
    }

    /// <summary>Asked for once: a record holds hundreds of such words.</summary>
    private static class Known<T> where T : struct, Enum
    {
        public static readonly T[] Values = Enum.GetValues<T>();
    }
}
