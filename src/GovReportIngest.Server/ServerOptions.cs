using System.Net;
using GovReportIngest.Core.Series;

namespace GovReportIngest.Server;

/// <summary>Where the review application listens, and to whom.</summary>
public sealed record ServerOptions
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Scheme, host and port; port 0 takes a free one.</summary>
    public Uri Url { get; init; } = new(DefaultUrl);

    /// <summary>Names by which browsers may address it, besides that of <see cref="Url"/> and of this machine itself.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Whether a proxy in front speaks TLS with browsers.</summary>
    public bool IsBehindProxy { get; init; }

    /// <summary>PEM files of the certificate and its key; null for none.</summary>
    public (string Certificate, string Key)? Tls { get; init; }

    /// <summary>Where keys of sessions lie; made if it is not there.</summary>
    public required string KeyFolder { get; init; }

    /// <summary>For pictures of pages; may be emptied at any time.</summary>
    public required string PictureFolder { get; init; }

    /// <summary>Words of pages for exports; may be emptied at any time.</summary>
    public required string WordFolder { get; init; }

    /// <summary>For files on their way.</summary>
    public required string ScratchFolder { get; init; }

    /// <summary>Figures that can be followed over years.</summary>
    public required ConceptCatalogue Concepts { get; init; }

    /// <summary>Whether the log is written as JSON, an object a line.</summary>
    public bool HasJsonLog { get; init; }

    /// <summary>Whether only programs of this machine reach it.</summary>
    public bool IsLocal => Url.IsLoopback || (IPAddress.TryParse(Url.Host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>Whether passwords and reports would cross a network in the clear.</summary>
    public bool IsExposed => !IsLocal && Tls is null && !IsBehindProxy;
}
