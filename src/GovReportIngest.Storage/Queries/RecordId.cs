using System.Globalization;

namespace GovReportIngest.Storage.Queries;

/// <summary>A report of the store: <c>12</c>, or <c>12#2</c> for the second one of the document.</summary>
public readonly record struct RecordId(long DocumentId, long Part)
{
    public static bool TryParse(string? text, out RecordId id)
    {
        var parts = (text ?? "").Split('#');
        var part = 1L;
        var isId = long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var document)
            && (parts.Length == 1 || (parts.Length == 2 && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out part)));
        id = new(document, part);
        return isId;
    }

    public override string ToString() => Part == 1
        ? DocumentId.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{DocumentId}#{Part}");
}
