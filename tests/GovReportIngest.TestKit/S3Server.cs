using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace GovReportIngest.TestKit;

/// <summary>
/// A small S3-compatible server in this process with one bucket: checks signatures (version 4), the hash of what is sent and the clock, lists in pages of
/// three, and fails as it is told to.
/// </summary>
public sealed class S3Server : IAsyncDisposable
{
    public const string Bucket = "reports";
    public const string AccessKey = "reader";
    public const string SecretKey = "not-a-secret";
    private const int PageKeys = 3;
    private readonly HttpListener listener = new();
    private readonly Task serving;
    private int faults;
    private int cuts;

    public S3Server()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Endpoint = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        }

        listener.Prefixes.Add(Endpoint);
        listener.Start();
        serving = ServeAsync();
    }

    public string Endpoint { get; }

    /// <summary>Objects by their keys.</summary>
    public ConcurrentDictionary<string, byte[]> Objects { get; } = new(StringComparer.Ordinal);

    public int Uploads { get; private set; }

    /// <summary>How far its clock is from ours.</summary>
    public bool HasOtherTime { get; set; }

    /// <summary>For <c>GOVREPORT_BLOBS</c>.</summary>
    public string Settings => $"Endpoint={Endpoint};Bucket={Bucket};Prefix=store;Access Key={AccessKey};Secret Key={SecretKey};Retries=3";

    /// <summary>The next requests are answered by 503.</summary>
    public void FailNext(int requests) => faults = requests;

    /// <summary>The next bodies end in their middle.</summary>
    public void CutNext(int bodies) => cuts = bodies;

    public async ValueTask DisposeAsync()
    {
        listener.Close();
        await serving;
    }

    private async Task ServeAsync()
    {
        while (listener.IsListening)
            try
            {
                _ = AnswerAsync(await listener.GetContextAsync());
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            if (Interlocked.Decrement(ref faults) >= 0)
                await RefuseAsync(context, 503, "SlowDown");
            else if (Refusal(context.Request, body.ToArray()) is { } refusal)
                await RefuseAsync(context, refusal.Status, refusal.Code);
            else
                await DoAsync(context, body.ToArray());
        }
        catch (Exception gone) when (gone is HttpListenerException or IOException or ObjectDisposedException)
        {
            // The client went away.
        }
    }

    private (int Status, string Code)? Refusal(HttpListenerRequest request, byte[] body)
    {
        var said = request.Headers["x-amz-content-sha256"];
        var authorization = request.Headers["Authorization"] ?? "";
        if (!authorization.Contains($"Credential={AccessKey}/", StringComparison.Ordinal))
            return (403, "InvalidAccessKeyId");
        if (HasOtherTime)
            return (403, "RequestTimeTooSkewed");
        if (!authorization.EndsWith(SignatureOf(request, authorization, said ?? ""), StringComparison.Ordinal))
            return (403, "SignatureDoesNotMatch");
        if (said != Convert.ToHexStringLower(SHA256.HashData(body)))
            return (400, "XAmzContentSHA256Mismatch");
        return request.Url!.AbsolutePath.Split('/')[1] == Bucket ? null : (404, "NoSuchBucket");
    }

    /// <summary>AWS, "Create a signed request" (signature version 4): of method, path, query, headers and hash of the body.</summary>
    private static string SignatureOf(HttpListenerRequest request, string authorization, string bodyHash)
    {
        string Part(string name) => authorization[(authorization.IndexOf(name + "=", StringComparison.Ordinal) + name.Length + 1)..].Split(',')[0];
        var signed = Part("SignedHeaders");
        var headers = string.Concat(signed.Split(';').Select(name => $"{name}:{(name == "host" ? request.UserHostName : request.Headers[name])?.Trim()}\n"));
        var query = string.Join('&', request.Url!.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Contains('=', StringComparison.Ordinal) ? pair : pair + "=").Order(StringComparer.Ordinal));
        var canonical = $"{request.HttpMethod}\n{request.Url.AbsolutePath}\n{query}\n{headers}\n{signed}\n{bodyHash}";
        var scope = Part("Credential")[(AccessKey.Length + 1)..];
        var text = $"AWS4-HMAC-SHA256\n{request.Headers["x-amz-date"]}\n{scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + SecretKey), (key, part) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part)));
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
    }

    private Task DoAsync(HttpListenerContext context, byte[] body)
    {
        var key = Uri.UnescapeDataString(context.Request.Url!.AbsolutePath)[(Bucket.Length + 2)..].TrimStart('/');
        switch (context.Request.HttpMethod)
        {
            case "PUT":
                Objects[key] = body;
                Uploads++;
                return WriteAsync(context, [], 200);
            case "GET" when key.Length == 0:
                return WriteAsync(context, Encoding.UTF8.GetBytes(Listing(context.Request)), 200);
            default:
                return Objects.TryGetValue(key, out var bytes) ? WriteAsync(context, bytes, 200) : RefuseAsync(context, 404, "NoSuchKey");
        }
    }

    private string Listing(HttpListenerRequest request)
    {
        var (prefix, after) = (request.QueryString["prefix"] ?? "", request.QueryString["continuation-token"] ?? "");
        var found = Objects.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(key, after) > 0).Order(StringComparer.Ordinal).ToList();
        var page = found.Take(PageKeys).ToList();
        var next = found.Count > PageKeys ? $"<IsTruncated>true</IsTruncated><NextContinuationToken>{page[^1]}</NextContinuationToken>" : "<IsTruncated>false</IsTruncated>";
        var contents = string.Concat(page.Select(key => $"<Contents><Key>{key}</Key><Size>{Objects[key].Length.ToString(CultureInfo.InvariantCulture)}</Size></Contents>"));
        return $"<?xml version=\"1.0\"?><ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>{Bucket}</Name>{next}{contents}</ListBucketResult>";
    }

    private Task RefuseAsync(HttpListenerContext context, int status, string code) =>
        WriteAsync(context, Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"?><Error><Code>{code}</Code><Message>{code}</Message></Error>"), status);

    private async Task WriteAsync(HttpListenerContext context, byte[] bytes, int status)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentLength64 = bytes.Length;
        if (context.Request.HttpMethod == "GET" && status == 200 && bytes.Length > 1 && !context.Request.RawUrl!.Contains('?', StringComparison.Ordinal) && Interlocked.Decrement(ref cuts) >= 0)
        {
            await response.OutputStream.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
            await response.OutputStream.FlushAsync();
            response.Abort();
            return;
        }

        if (context.Request.HttpMethod != "HEAD")
            await response.OutputStream.WriteAsync(bytes);
        response.Close();
    }
}
