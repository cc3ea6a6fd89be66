namespace GovReportIngest.Core.Document.Record;

/// <summary>A field as the machine read it.</summary>
/// <param name="State">What stands in the cell.</param>
/// <param name="Value">Null unless the state is printed.</param>
/// <param name="Probability">Of both, calibrated.</param>
public sealed record ExtractedField(FieldState State, FieldValue? Value, decimal Probability);

/// <summary>A value from elsewhere, with where it is known from.</summary>
public sealed record AssertedValue(FieldValue Value, string? Note);
