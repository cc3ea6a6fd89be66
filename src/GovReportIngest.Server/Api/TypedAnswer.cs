using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Review;
using GovReportIngest.Storage.Review;

namespace GovReportIngest.Server.Api;

/// <summary>What a person says that a field prints.</summary>
internal static class TypedAnswer
{
    /// <summary>What was typed, or the state that was chosen instead.</summary>
    public static (FieldState State, FieldValue? Value, string? Wrong) Read(ReviewedReport report, string path, string? printed, string? state)
    {
        if (state is not null and not "printed")
            try
            {
                return (Codes.Parse<FieldState>(state, Codes.Of), null, null);
            }
            catch (InvalidDataException unknown)
            {
                return (default, null, unknown.Message);
            }

        if (string.IsNullOrWhiteSpace(printed))
            return (default, null, "Give what is printed, or a state: blank, placeholder, missing, unreadable.");
        var (read, value) = TypedValue.Read(report.Form, path, printed);
        return read is FieldState.Unreadable ? (read, null, $"\"{printed}\" is no value of this field.") : (read, value, null);
    }
}
