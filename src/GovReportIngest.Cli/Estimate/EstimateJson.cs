using System.Text;
using System.Text.Json;

namespace GovReportIngest.Cli.Estimate;

/// <summary>A forecast for machines (<c>govreport.estimate/1</c>, docs/cli.md); seconds with two decimals, hours with four.</summary>
internal static class EstimateJson
{
    public const string SchemaId = "govreport.estimate/1";

    public static string Write(Forecast forecast, int workers)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new() { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("schema", SchemaId);
            json.WriteNumber("documents", forecast.Documents);
            json.WriteNumber("bytes", forecast.Bytes);
            json.WriteNumber("sampled", forecast.Sampled);
            json.WriteBoolean("isLowerBound", forecast.IsLowerBound);
            json.WriteNumber("pages", Math.Round(forecast.Pages));
            Write(json, "cpuSeconds", forecast.CpuSeconds, 2);
            json.WriteNumber("workers", workers);
            Write(json, "hours", forecast.HoursOn(workers), 4);
            json.WriteNumber("coresForOneHour", forecast.CoresFor(1));
            json.WriteNumber("coresForEightHours", forecast.CoresFor(8));
            json.WriteNumber("recordBytes", Math.Round(forecast.RecordBytes));
            json.WriteNumber("documentsToReview", Math.Round(forecast.DocumentsToReview));
            json.WriteNumber("fieldsToReview", Math.Round(forecast.FieldsToReview));
            WriteKinds(json, forecast.Kinds);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void WriteKinds(Utf8JsonWriter json, IReadOnlyList<KindForecast> kinds)
    {
        json.WriteStartArray("kinds");
        foreach (var kind in kinds)
        {
            json.WriteStartObject();
            json.WriteString("kind", kind.Kind);
            json.WriteNumber("documents", kind.Documents);
            json.WriteNumber("bytes", kind.Bytes);
            json.WriteNumber("sampled", kind.Sampled);
            json.WriteNumber("pages", Math.Round(kind.Pages));
            json.WriteNumber("cpuSeconds", Math.Round(kind.CpuSeconds, 2));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, Interval interval, int decimals)
    {
        json.WriteStartObject(name);
        json.WriteNumber("low", Math.Round(interval.Low, decimals));
        json.WriteNumber("likely", Math.Round(interval.Likely, decimals));
        json.WriteNumber("high", Math.Round(interval.High, decimals));
        json.WriteEndObject();
    }
}
