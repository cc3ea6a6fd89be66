using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace GovReportIngest.Core.Telemetry;

/// <summary>Traces and measurements of the program, under one name; where nobody listens, nothing is kept. docs/operations.md lists them.</summary>
public static class JourneyTelemetry
{
    /// <summary>Of the source of activities, and of the meter.</summary>
    public const string Name = "GovReportIngest";

    public static ActivitySource Source { get; } = new(Name);

    public static Meter Meter { get; } = new(Name);

    private static Histogram<double> StageSeconds { get; } = Meter.CreateHistogram<double>(
        "govreport.stage.duration", "s", "Time that a document spent in a stage of the journey");

    /// <param name="stage">A word of the journey, in lower case.</param>
    /// <param name="act">The stage.</param>
    public static T Time<T>(string stage, Func<T> act)
    {
        ArgumentNullException.ThrowIfNull(act);
        using var measured = new Measured(stage);
        return act();
    }

    /// <inheritdoc cref="Time"/>
    public static async Task<T> TimeAsync<T>(string stage, Func<Task<T>> act)
    {
        ArgumentNullException.ThrowIfNull(act);
        using var measured = new Measured(stage);
        return await act();
    }

    private sealed class Measured(string stage) : IDisposable
    {
        private readonly Activity? activity = Source.StartActivity(stage);
        private readonly long began = TimeProvider.System.GetTimestamp();

        public void Dispose()
        {
            activity?.Dispose();
            StageSeconds.Record(TimeProvider.System.GetElapsedTime(began).TotalSeconds, new KeyValuePair<string, object?>("stage", stage));
        }
    }
}
