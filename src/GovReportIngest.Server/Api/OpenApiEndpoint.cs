using System.Text;
using GovReportIngest.Server.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GovReportIngest.Server.Api;

/// <summary><c>/api/v1/openapi.json</c>: the API for programs that make clients of it.</summary>
internal static class OpenApiEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(OpenApiDocument.Prefix + "/openapi.json", Send).RequireAuthorization(Roles.Viewer);

    private static IResult Send(EndpointDataSource endpoints) => Results.Text(OpenApiDocument.Of(endpoints.Endpoints), "application/json", Encoding.UTF8);
}
