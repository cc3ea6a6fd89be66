using System.Data.Common;
using System.Globalization;

namespace GovReportIngest.Storage.Blobs;

/// <summary>A bucket of an S3-compatible server, as <c>Name=value;…</c>. Keys that it does not hold come from the variables of AWS.</summary>
internal sealed record S3Settings
{
    /// <summary>The variable with the settings, or with <c>file:</c> and the path of a file that holds them.</summary>
    public const string Variable = "GOVREPORT_BLOBS";

    private static readonly string[] Names = ["endpoint", "bucket", "prefix", "region", "access key", "secret key", "session token", "path style", "retries"];

    public required string Bucket { get; init; }

    /// <summary>Null for Amazon's own.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Before every key, with a slash at its end; or empty.</summary>
    public required string Prefix { get; init; }

    public required string Region { get; init; }

    public required string AccessKey { get; init; }

    public required string SecretKey { get; init; }

    public string? SessionToken { get; init; }

    /// <summary>The bucket stands in the path, not in the name of the host.</summary>
    public required bool IsPathStyle { get; init; }

    /// <summary>How often a fault that may pass is tried again.</summary>
    public required int Retries { get; init; }

    public string Address => $"s3://{Bucket}/{Prefix}";

    /// <summary>Without keys: it may come into a log.</summary>
    public override string ToString() => Address;

    /// <exception cref="StoreException">The text cannot be understood, or something is missing.</exception>
    public static S3Settings Parse(string text)
    {
        try
        {
            var values = new DbConnectionStringBuilder { ConnectionString = text };
            if (values.Keys.Cast<string>().FirstOrDefault(name => !Names.Contains(name)) is { } unknown)
                throw Wrong($"\"{unknown}\" is not known (known: {string.Join(", ", Names)})");
            string? Of(string name) => values.TryGetValue(name, out var value) && value.ToString() is { Length: > 0 } said ? said : null;
            string Needed(string name, string variable) =>
                Of(name) ?? (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } set ? set : throw Wrong($"\"{name}\" is missing, and {variable} is not set"));
            var endpoint = Of("endpoint");
            return new()
            {
                Bucket = Of("bucket") ?? throw Wrong("\"bucket\" is missing"),
                Endpoint = endpoint is null ? null : new(endpoint),
                Prefix = Of("prefix") is { } prefix ? prefix.Trim('/') + "/" : "",
                Region = Of("region") ?? "us-east-1",
                AccessKey = Needed("access key", "AWS_ACCESS_KEY_ID"),
                SecretKey = Needed("secret key", "AWS_SECRET_ACCESS_KEY"),
                SessionToken = Of("session token") ?? Environment.GetEnvironmentVariable("AWS_SESSION_TOKEN"),
                IsPathStyle = Of("path style") is { } style ? bool.Parse(style) : endpoint is not null,
                Retries = int.Parse(Of("retries") ?? "5", NumberStyles.None, CultureInfo.InvariantCulture),
            };
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or OverflowException)
        {
            // The message of the parser may repeat a part of the text, and so a key.
            throw Wrong("it is not Name=value;Name=value");
        }
    }

    private static StoreException Wrong(string what) => new(StoreFault.BlobsElsewhere, $"{Variable}: {what}.");
}
