using Microsoft.AspNetCore.Http;

namespace GovReportIngest.Server.Api;

/// <summary>Errors of the API: <c>application/problem+json</c> (RFC 9457), with what to do in <c>detail</c>.</summary>
internal static class ApiProblem
{
    public static IResult NotFound(string what) => Results.Problem($"There is no {what}.", statusCode: StatusCodes.Status404NotFound, title: "Not found");

    public static IResult Refused(string why) => Results.Problem(why, statusCode: StatusCodes.Status422UnprocessableEntity, title: "Refused");
}
