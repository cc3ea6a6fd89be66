using Microsoft.AspNetCore.Http;

namespace GovReportIngest.Server.Api;

/// <summary>Errors of the API: <c>application/problem+json</c> (RFC 9457), with what to do in <c>detail</c>.</summary>
internal static class ApiProblem
{
    public static IResult NotFound(string what) => Results.Problem($"There is no {what}.", statusCode: StatusCodes.Status404NotFound, title: "Not found");

    /// <summary>A value that is said to be printed has no place yet.</summary>
    public static IResult PlaceMissing(string why) => Results.Problem(why, statusCode: StatusCodes.Status422UnprocessableEntity, title: "Refused", type: "urn:govreport:place");

    public static IResult Refused(string why) => Results.Problem(why, statusCode: StatusCodes.Status422UnprocessableEntity, title: "Refused");
}
