using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Review;

public enum DecisionAction
{
    /// <summary>The page prints what is shown: what the machine read, or what an earlier decision says.</summary>
    Confirm,

    /// <summary>The page prints something else.</summary>
    Correct,

    /// <summary>An item of the whole document needs nothing more.</summary>
    Settle,

    /// <summary>What was read into some cells of a table stands in others: see <see cref="BlockShift"/>.</summary>
    Shift,

    /// <summary>The document is read again as a person says: see <see cref="ReadingHint"/>.</summary>
    Reread,

    /// <summary>A page is not in the source: what was not found of a table cannot be.</summary>
    Absent,

    /// <summary>A person says something about the subject, and decides nothing.</summary>
    Comment,

    /// <summary>Somebody who did not see what was read saw something else on the page, or saw that it looks unlike others of its value: it is asked what is right.</summary>
    Doubt,

    /// <summary>One of two people who do not see each other's answers says what the page prints: it decides when both said the same.</summary>
    Enter,

    /// <summary>An earlier decision is taken back.</summary>
    Reverse,
}

/// <summary>What was read when a person decided: while it is read again, the decision applies.</summary>
/// <param name="State">Null for items of the whole document.</param>
/// <param name="Printed">The characters; of the whole document the items, one a line (<see cref="ReviewedRecord.TextOf"/>).</param>
public readonly record struct DecisionBasis(FieldState? State, string? Printed);

/// <summary>What a person says that the page prints.</summary>
/// <param name="State">What stands in the cell.</param>
/// <param name="Value">Null unless the state is printed.</param>
/// <param name="Printed">The characters, verbatim; null where nothing is printed.</param>
/// <param name="Evidence">Where; not empty where something is printed.</param>
public sealed record DecidedField(FieldState State, FieldValue? Value, string? Printed, IReadOnlyList<Evidence> Evidence);

/// <summary>One decision about one report. Decisions are only ever added; <see cref="DecisionLog"/> says which are in force.</summary>
public sealed record Decision
{
    /// <summary>Begins the subject of an item of the whole document; its reason follows.</summary>
    public const string DocumentPrefix = "document:";

    /// <summary>Begins the subject of a decision about the structure of a table; its key follows.</summary>
    public const string StructurePrefix = "structure:";

    /// <summary>Begins the subject of a hint; the hint's own follows.</summary>
    public const string ReadingPrefix = "reading:";

    /// <summary>Begins the subject of what is absent; the key of the table follows.</summary>
    public const string AbsentPrefix = "absent:";

    /// <summary>Later decisions have greater numbers.</summary>
    public required long Id { get; init; }

    /// <summary>
    /// Path of a field, <see cref="DocumentPrefix"/> and the reason of an item, <see cref="StructurePrefix"/> or <see cref="AbsentPrefix"/> and the
    /// key of a table, or <see cref="ReadingPrefix"/> and what a hint is about.
    /// </summary>
    public required string Subject { get; init; }

    public required DecisionAction Action { get; init; }

    /// <summary>Who decided; of entries that are compared it tells people apart.</summary>
    public string By { get; init; } = "";

    /// <summary>Of fields and of items of the whole document; null for reversals and comments.</summary>
    public DecisionBasis? Basis { get; init; }

    /// <summary>Of fields; null for reversals and comments.</summary>
    public DecidedField? Result { get; init; }

    /// <summary>Of shifts.</summary>
    public BlockShift? Shift { get; init; }

    /// <summary>Of what is read again.</summary>
    public ReadingHint? Hint { get; init; }

    public AssertedValue? Asserted { get; init; }

    /// <summary>Whether the page prints this though it cannot be right.</summary>
    public bool IsSourceWrong { get; init; }

    /// <summary>The decision that is taken back.</summary>
    public long? Reverses { get; init; }

    /// <summary>Whether the document is read again because of it; a reversal of such a decision, too.</summary>
    public bool IsAboutReading => Subject.StartsWith(ReadingPrefix, StringComparison.Ordinal);
}
