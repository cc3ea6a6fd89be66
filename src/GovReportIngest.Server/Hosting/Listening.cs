using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace GovReportIngest.Server.Hosting;

/// <summary>The address that the server listens on.</summary>
internal static class Listening
{
    private const long LargestBody = 64L << 20;

    public static void Configure(KestrelServerOptions kestrel, ServerOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LargestBody;
        void Secure(ListenOptions listen)
        {
            if (options.Tls is { } tls)
                listen.UseHttps(X509Certificate2.CreateFromPemFile(tls.Certificate, tls.Key));
        }

        if (IPAddress.TryParse(options.Url.Host.Trim('[', ']'), out var address))
            kestrel.Listen(address, options.Url.Port, Secure);
        else if (options.Url.IsLoopback)
            kestrel.Listen(IPAddress.Loopback, options.Url.Port, Secure);
        else
            kestrel.ListenAnyIP(options.Url.Port, Secure);
    }
}
