using System.Text.Json;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Reading.Tests.Worker;

/// <summary>Every bit of a page as text.</summary>
internal static class PageComparison
{
    private static readonly JsonSerializerOptions Everything = new() { IncludeFields = true };

    public static string Text(ReadPage page) => JsonSerializer.Serialize(page, Everything);
}
