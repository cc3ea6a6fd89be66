using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.RegularExpressions;
using GovReportIngest.Jobs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GovReportIngest.Server.Api;

/// <summary>
/// The API in OpenAPI 3.1: calls and values of addresses from the endpoints, bodies from the types that are read and written, so that it cannot say
/// something else than the server does.
/// </summary>
internal static partial class OpenApiDocument
{
    /// <summary>All routes of the API begin so.</summary>
    public const string Prefix = "/api/v1";

    private const string Json = "application/json";
    private const string Problem = "application/problem+json";

    // For people, too: what is not ASCII stays as it is.
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(IEnumerable<Endpoint> endpoints)
    {
        var handlers = endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0], RouteOf(endpoint)), endpoint => endpoint.Metadata.GetMetadata<MethodInfo>()!);
        var (paths, schemas) = (new JsonObject(), new JsonObject());
        foreach (var route in ApiCalls.All.GroupBy(call => call.Route))
            paths[Prefix + route.Key] = new JsonObject(route.Select(call => KeyValuePair.Create<string, JsonNode?>(
                call.Method.ToLowerInvariant(), OperationOf(call, handlers[(call.Method, call.Route)], schemas))));
        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "GovReportIngest", ["version"] = Installation.Version, ["summary"] = "Reports, their records, and the review queue." },
            ["security"] = new JsonArray(new JsonObject { ["token"] = new JsonArray() }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject { ["token"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["description"] = "Of govreport user add NAME --token." } },
                ["schemas"] = new JsonObject(schemas.OrderBy(schema => schema.Key, StringComparer.Ordinal).Select(schema => KeyValuePair.Create(schema.Key, schema.Value?.DeepClone()))),
            },
        }.ToJsonString(Readable) + "\n";
    }

    /// <summary>Below the prefix, without what its values have to be.</summary>
    public static string RouteOf(RouteEndpoint endpoint) => Constraint().Replace(endpoint.RoutePattern.RawText![Prefix.Length..], "}").TrimEnd('/');

    private static JsonObject OperationOf(ApiCall call, MethodInfo handler, JsonObject schemas)
    {
        var operation = new JsonObject
        {
            ["summary"] = call.Summary, ["description"] = $"For the role {call.Role} and those above it.",
            ["parameters"] = new JsonArray([.. handler.GetParameters().SelectMany(parameter => ParametersOf(parameter, call.Route))]),
        };
        if (call.TakesBytes)
            operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content("application/octet-stream", new JsonObject()) };
        else if (call.Takes is { } type)
            operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content(Json, Reference(type, schemas)) };
        var done = new JsonObject { ["description"] = "As asked." };
        if (call.GivesFile is { } media)
            done["content"] = Content(media, new JsonObject());
        else if (call.Gives is { } given)
            done["content"] = Content(Json, Reference(given, schemas));
        var responses = new JsonObject { [call.Status.ToString(CultureInfo.InvariantCulture)] = done };
        if (call.MayConflict)
            responses["409"] = new JsonObject { ["description"] = "Somebody else was first.", ["content"] = Content(Problem, Reference(typeof(ConflictModel), schemas)) };
        responses["default"] = new JsonObject { ["description"] = "Not done; detail says why.", ["content"] = Content(Problem, ProblemSchema(schemas)) };
        operation["responses"] = responses;
        return operation;
    }

    /// <summary>Of the address: what the route names, and what the handler takes of the query.</summary>
    private static IEnumerable<JsonNode> ParametersOf(ParameterInfo parameter, string route)
    {
        if (parameter.GetCustomAttribute<AsParametersAttribute>() is not null)
            return parameter.ParameterType.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!.GetParameters().SelectMany(part => ParametersOf(part, route));
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        var kind = type == typeof(string) ? "string" : type == typeof(bool) ? "boolean" : type == typeof(int) || type == typeof(long) ? "integer" : null;
        if (kind is null)
            return [];
        var isInPath = route.Contains($"{{{parameter.Name}}}", StringComparison.Ordinal);
        return [new JsonObject
        {
            ["name"] = isInPath ? parameter.Name : parameter.Name!.ToLowerInvariant(), ["in"] = isInPath ? "path" : "query", ["required"] = isInPath || !parameter.HasDefaultValue,
            ["schema"] = new JsonObject { ["type"] = kind },
        }];
    }

    private static JsonObject Content(string mediaType, JsonNode schema) => new() { [mediaType] = new JsonObject { ["schema"] = schema } };

    private static JsonObject Reference(Type type, JsonObject schemas)
    {
        var info = ApiJson.Default.GetTypeInfo(type) ?? throw new InvalidOperationException($"{type} is not written by the API.");
        var name = type.IsGenericType ? $"MapOf{type.GetGenericArguments()[1].Name}" : type.Name;
        if (!schemas.ContainsKey(name))
            schemas[name] = Rooted(info.GetJsonSchemaAsNode(new() { TreatNullObliviousAsNonNullable = true }), name);
        return new() { ["$ref"] = $"#/components/schemas/{name}" };
    }

    /// <summary>References within a schema are to the document that it stands in.</summary>
    private static JsonNode Rooted(JsonNode schema, string name)
    {
        if (schema is JsonObject map)
            foreach (var (key, value) in map.ToList())
                if (key == "$ref")
                    map[key] = $"#/components/schemas/{name}{value!.GetValue<string>()[1..]}";
                else if (value is not null)
                    Rooted(value, name);
        if (schema is JsonArray list)
            foreach (var item in list.OfType<JsonNode>())
                Rooted(item, name);
        return schema;
    }

    private static JsonObject ProblemSchema(JsonObject schemas)
    {
        schemas["Problem"] ??= new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { ["title"] = new JsonObject { ["type"] = "string" }, ["status"] = new JsonObject { ["type"] = "integer" }, ["detail"] = new JsonObject { ["type"] = "string" } },
        };
        return new() { ["$ref"] = "#/components/schemas/Problem" };
    }

    [GeneratedRegex(":[a-z]+}")]
    private static partial Regex Constraint();
}
