using System.Net;
using Amazon.Runtime;
using Amazon.S3;

namespace GovReportIngest.Storage.Blobs;

/// <summary>Says what an S3-compatible server refuses, in words that lead to the remedy.</summary>
internal static class S3Faults
{
    public const string NoBucket = "NoSuchBucket";

    /// <summary>Whether it is the server's or the connection's; a timeout is one, an end that was asked for is not.</summary>
    public static bool IsOne(Exception wrong, CancellationToken cancellation) =>
        wrong is AmazonServiceException or AmazonClientException or HttpRequestException
        || (wrong is OperationCanceledException && !cancellation.IsCancellationRequested);

    public static StoreException Explain(Exception wrong, S3Settings settings)
    {
        var place = $"{settings.Endpoint?.Authority ?? "Amazon S3"}, {settings.Address}";
        return wrong is AmazonS3Exception { StatusCode: >= HttpStatusCode.MultipleChoices and < HttpStatusCode.InternalServerError and not HttpStatusCode.TooManyRequests } answer
            ? new(StoreFault.BlobsRefused, $"{Refusal(answer, settings)} ({place})", wrong)
            : new(StoreFault.BlobsUnreachable, $"The blobs cannot be reached ({place}): {wrong.GetBaseException().Message}", wrong);
    }

    private static string Refusal(AmazonS3Exception answer, S3Settings settings) => answer.ErrorCode switch
    {
        NoBucket => $"There is no bucket {settings.Bucket}.",
        "InvalidAccessKeyId" => "The access key is not known to the server.",
        "SignatureDoesNotMatch" => "The secret key is not that of the access key.",
        "ExpiredToken" or "InvalidToken" => "The session token is not valid, or no more.",
        "RequestTimeTooSkewed" => "The clock of this machine differs too much from that of the server.",
        "PermanentRedirect" or "AuthorizationHeaderMalformed" => $"The bucket is not in the region {settings.Region}.",
        "AccessDenied" or "Forbidden" => "The key has no right to do this.",
        var code => $"The server refuses: {(code is { Length: > 0 } ? code : answer.StatusCode.ToString())}.",
    };
}
