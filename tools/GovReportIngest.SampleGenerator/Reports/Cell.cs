namespace GovReportIngest.SampleGenerator.Reports;

/// <summary>What a value cell of a made-up report prints, and so the truth about its field.</summary>
internal sealed record Cell(string State, string Printed, decimal? Value)
{
    public static Cell Blank { get; } = new("blank", "", null);

    /// <summary>The row is not in the table at all.</summary>
    public static Cell Missing { get; } = new("missing", "", null);

    public static Cell Of(decimal value) =>
        new("printed", value.ToString(System.Globalization.CultureInfo.InvariantCulture), value);

    public static Cell Placeholder(string sign) => new("placeholder", sign, null);
}
