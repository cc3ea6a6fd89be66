using System.Text.Json.Serialization;

namespace GovReportIngest.Reading.Worker;

/// <summary>Messages between parent and worker: 4 bytes length (little endian), then so many bytes of UTF-8 JSON.</summary>
[JsonSerializable(typeof(WorkerRequest))]
[JsonSerializable(typeof(WorkerAnswer))]
[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
internal sealed partial class WorkerProtocol : JsonSerializerContext
{
    /// <summary>Rises with every change of a message, so that a worker of another build is refused.</summary>
    public const int Version = 4;

    /// <summary>A page of 5,000 words takes about 1 MB; what is larger is a fault.</summary>
    public const int MaximumMessageBytes = 64 * 1024 * 1024;
}
