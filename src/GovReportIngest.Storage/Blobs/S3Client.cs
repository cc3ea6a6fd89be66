using Amazon;
using Amazon.Runtime;
using Amazon.S3;

namespace GovReportIngest.Storage.Blobs;

/// <summary>A client of AWS that takes its keys from the settings alone, and asks for nothing that only Amazon's own servers know.</summary>
internal static class S3Client
{
    public static AmazonS3Client Of(S3Settings settings)
    {
        var config = new AmazonS3Config
        {
            ForcePathStyle = settings.IsPathStyle,
            AuthenticationRegion = settings.Region,
            RetryMode = RequestRetryMode.Standard,
            MaxErrorRetry = settings.Retries,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (settings.Endpoint is { } endpoint)
            config.ServiceURL = endpoint.ToString();
        else
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(settings.Region);
        AWSCredentials keys = settings.SessionToken is { Length: > 0 } token
            ? new SessionAWSCredentials(settings.AccessKey, settings.SecretKey, token)
            : new BasicAWSCredentials(settings.AccessKey, settings.SecretKey);
        return new(keys, config);
    }
}
