using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret;

namespace GovReportIngest.Core.Check;

/// <summary>One number that the image of a cell supports.</summary>
internal readonly record struct CellOption(string Text, decimal Amount, double Probability);

/// <summary>A field on its way to a decision: what was read, what else it could be, and what the identities made of it.</summary>
internal sealed class CellVerdict
{
    public CellVerdict(FieldReading reading)
    {
        Reading = reading;
        (State, Printed, Value) = (reading.State, reading.Printed, reading.Value);
        Options = reading is { Class: ReadingClass.OcrCell, State: FieldState.Printed, Cell: not null } ? CellOptions.Of(reading) : [];
        var opinions = reading.Cell?.Opinions ?? [];
        ReadersAgree = opinions.Count > 1 && opinions.All(opinion => opinion.Text == opinions[0].Text);
        IsDoubtful = reading.Doubts.Count > 0 || reading.Cell?.Doubts.Count > 0 || (opinions.Count > 1 && !ReadersAgree);
    }

    public FieldReading Reading { get; }

    public FieldState State { get; }

    public string? Printed { get; private set; }

    public FieldValue? Value { get; private set; }

    /// <summary>Likeliest first; empty unless the field is a printed cell read by OCR.</summary>
    public IReadOnlyList<CellOption> Options { get; }

    public bool ReadersAgree { get; }

    public bool IsDoubtful { get; }

    /// <summary>The identities single this reading out among those the image supports, two of them independently.</summary>
    public bool IsConfirmed { get; set; }

    /// <summary>The identities preferred another reading than the readers' first.</summary>
    public bool WasChosen { get; private set; }

    /// <summary>False where another state would satisfy the same sums: a blank or a dash counts as 0 like a printed 0.</summary>
    public bool CanBeConfirmed =>
        State == FieldState.Printed && Reading.Class == ReadingClass.OcrCell
        && !(Operand.Amount == 0 && Reading.Cell!.Candidates.Any(candidate => !candidate.Text.Any(char.IsDigit)));

    public bool CanMove => IsDoubtful && !ReadersAgree && Options.Count > 1;

    public Operand Operand => new(State, (Value as FieldValue.Number)?.Amount);

    public void Choose(CellOption option)
    {
        if (Operand.Amount == option.Amount)
            return;
        (Printed, Value, WasChosen) = (option.Text, new FieldValue.Number(option.Amount), true);
    }
}
