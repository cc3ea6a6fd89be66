using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GovReportIngest.Server.Hosting;

/// <summary>Style sheets and scripts, which are parts of the program. Their addresses change with their content, so browsers keep them.</summary>
internal static class AssetFiles
{
    private const string Prefix = "assets/";

    private static readonly Dictionary<string, (byte[] Bytes, string Hash)> Files = Load();

    /// <summary>Address of an asset: <c>/assets/1a2b3c4d/app.css</c>. Scripts find each other beside themselves, so all have one hash.</summary>
    public static string Url(string name) => Files.ContainsKey(name) ? $"/assets/{Common}/{name}" : throw new ArgumentException($"There is no asset {name}.", nameof(name));

    private static string Common { get; } = Convert.ToHexStringLower(SHA256.HashData(
        [.. Files.OrderBy(file => file.Key, StringComparer.Ordinal).SelectMany(file => Convert.FromHexString(file.Value.Hash))]))[..12];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/assets/{version}/{name}", (string version, string name, HttpResponse response) =>
    {
        if (version != Common || !Files.TryGetValue(name, out var file))
            return Results.NotFound();
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(file.Bytes, TypeOf(name));
    }).AllowAnonymous();

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new ArgumentException($"Nothing is known of {other}.", nameof(name)),
    };

    private static Dictionary<string, (byte[], string)> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(name => name[Prefix.Length..], name =>
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return (copy.ToArray(), Convert.ToHexStringLower(SHA256.HashData(copy.ToArray())));
        }, StringComparer.Ordinal);
    }
}
