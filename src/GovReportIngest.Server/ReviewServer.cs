using System.Text.Json.Serialization;
using System.Threading.RateLimiting;
using GovReportIngest.Core.Export.Pages;
using GovReportIngest.Core.Read;
using GovReportIngest.Jobs.Intake;
using GovReportIngest.Jobs.Processing;
using GovReportIngest.Server.Accounts;
using GovReportIngest.Server.Api;
using GovReportIngest.Server.Hosting;
using GovReportIngest.Server.Pages;
using GovReportIngest.Server.Pictures;
using GovReportIngest.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GovReportIngest.Server;

/// <summary>The review application over one store: pages for people under <c>/</c>, the API for programs under <c>/api/v1</c>.</summary>
public sealed class ReviewServer : IAsyncDisposable
{
    private const string Scheme = "govreport";
    /// <summary>Of one person in <see cref="RequestPeriod"/>: far more than work at a keyboard needs.</summary>
    private const int MostRequests = 1200;
    /// <summary>Of one address in <see cref="RequestPeriod"/>: a password takes a tenth of a second to compare.</summary>
    private const int MostSignIns = 40;
    private static readonly TimeSpan RequestPeriod = TimeSpan.FromSeconds(10);
    private readonly WebApplication app;
    private readonly ServerOptions options;

    private ReviewServer(WebApplication app, ServerOptions options) => (this.app, this.options) = (app, options);

    /// <summary>Where it listens, once it has started.</summary>
    public Uri Url => new UriBuilder(options.Url) { Port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port }.Uri;

    /// <summary>All that it answers, for those who check who may call what.</summary>
    internal IReadOnlyList<Endpoint> Endpoints => app.Services.GetRequiredService<EndpointDataSource>().Endpoints;

    /// <param name="options">Where to listen.</param>
    /// <param name="store">Opened for writing; stays the caller's.</param>
    /// <param name="processing">Reads what is uploaded; stays the caller's, who starts and ends it.</param>
    /// <param name="reader">Draws pages; stays the caller's.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Ends starting.</param>
    /// <exception cref="IOException">The address is taken.</exception>
    public static async Task<ReviewServer> StartAsync(
        ServerOptions options, ReportStore store, DocumentProcessing processing, IDocumentReader reader, TimeProvider time, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        _ = options.HasJsonLog ? builder.Logging.AddJsonConsole(console => console.UseUtcTimestamp = true) : builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // Keys lie in a folder of the store's own rights, as the store does.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => Listening.Configure(kestrel, options));
        AddServices(builder.Services, options);
        var sources = new StoredSources(store, reader, options.ScratchFolder);
        builder.Services.AddSingleton(store).AddSingleton(time).AddSingleton(processing)
            .AddSingleton(new DocumentIntake(store, options.ScratchFolder)).AddSingleton(new PageImages(sources, options.PictureFolder)).AddSingleton(new SourceTexts(sources))
            .AddSingleton(options.Concepts).AddSingleton<IPageTexts>(new StoredPageTexts(sources, options.WordFolder));
        var app = builder.Build();
        Configure(app, options);
        await app.StartAsync(cancellation);
        return new(app, options);
    }

    /// <summary>Answers what was asked, and takes no more.</summary>
    public Task StopAsync(CancellationToken cancellation) => app.StopAsync(cancellation);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static void AddServices(IServiceCollection services, ServerOptions options)
    {
        var keys = Directory.CreateDirectory(options.KeyFolder);
        if (!OperatingSystem.IsWindows())
            keys.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        services.AddRouting().AddRazorComponents();
        services.AddHttpContextAccessor();
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default);
            json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        });
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddDataProtection().SetApplicationName("govreport").PersistKeysToFileSystem(new(options.KeyFolder));
        services.AddAntiforgery(csrf =>
        {
            csrf.HeaderName = CrossSiteFilter.Header;
            csrf.Cookie.Name = "govreport-csrf";
            csrf.Cookie.SameSite = SameSiteMode.Strict;
            // The library refuses more on plain HTTP, which only this machine may speak.
            csrf.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddSingleton<SignInThrottle>();
        services.AddAuthorization(Roles.AddTo);
        services.AddAuthentication(Scheme)
            .AddPolicyScheme(Scheme, null, policy => policy.ForwardDefaultSelector = context =>
                TokenAuthentication.IsUsed(context.Request) ? TokenAuthentication.Name : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.Name, null)
            .AddCookie(Sessions.Configure);
        services.AddHostFiltering(hosts => hosts.AllowedHosts = ["localhost", "127.0.0.1", "[::1]", options.Url.Host, .. options.Hosts]);
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddPolicy(SignIn.Limit, context => RateLimitPartition.GetFixedWindowLimiter(
                $"{context.Connection.RemoteIpAddress}", _ => new() { PermitLimit = MostSignIns, Window = RequestPeriod, QueueLimit = 0 }));
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(
                context.User.Identity?.Name ?? $"address {context.Connection.RemoteIpAddress}", _ => new()
                {
                    TokenLimit = MostRequests, TokensPerPeriod = MostRequests, ReplenishmentPeriod = RequestPeriod, QueueLimit = 0,
                }));
        });
    }

    private static void Configure(WebApplication app, ServerOptions options)
    {
        if (options.IsBehindProxy)
            app.UseForwardedHeaders(new() { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });
        app.UseHostFiltering();
        SafeHeaders.Use(app);
        FaultPage.Use(app);
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        AssetFiles.Map(app);
        Health.Map(app);
        SignIn.Map(app);
        AccountEndpoints.Map(app);
        PageEndpoints.Map(app);
        DocumentEndpoints.Map(app);
        ExportEndpoints.Map(app);
        UploadEndpoints.Map(app);
        ReviewEndpoints.Map(app);
        QualityEndpoints.Map(app);
        SearchEndpoints.Map(app);
        OpenApiEndpoint.Map(app);
    }
}
