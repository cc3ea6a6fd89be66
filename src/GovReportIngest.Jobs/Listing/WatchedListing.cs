using System.Text.RegularExpressions;

namespace GovReportIngest.Jobs.Listing;

/// <summary>Pages of the web that list reports, and which of their links are followed.</summary>
public sealed record WatchedListing
{
    public static readonly TimeSpan DefaultEvery = TimeSpan.FromHours(6);
    public static readonly TimeSpan DefaultDelay = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(1);
    public const string DefaultFollow = "年度报告|年报";
    public const int DefaultMostBytes = 100_000_000;

    /// <summary>The first part of the paths of its documents.</summary>
    public required string Name { get; init; }

    /// <summary>Where the list begins; several where it is split.</summary>
    public required IReadOnlyList<Uri> Pages { get; init; }

    /// <summary><see cref="DefaultFollow"/>.</summary>
    public static Regex UsualFollow { get; } = PatternOf(DefaultFollow);

    /// <summary>Links to reports: found in the words of the link, its title or its address.</summary>
    public Regex Follow { get; init; } = UsualFollow;

    /// <summary>Links to further pages of the list; null for none.</summary>
    public Regex? Next { get; init; }

    /// <summary>Hosts that may be asked besides those of <see cref="Pages"/>.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>How often the list is looked at.</summary>
    public TimeSpan Every { get; init; } = DefaultEvery;

    /// <summary>From the beginning of one request to a host to that of the next.</summary>
    public TimeSpan Delay { get; init; } = DefaultDelay;

    /// <summary>Of one request, its body included.</summary>
    public TimeSpan Timeout { get; init; } = DefaultTimeout;

    /// <summary>Of one file.</summary>
    public int MostBytes { get; init; } = DefaultMostBytes;

    /// <summary>Of its documents: the greater, the earlier they are read.</summary>
    public int Priority { get; init; }

    /// <summary>Words that its documents get.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The form that its documents are expected to have, or the beginning of its id; null for any.</summary>
    public string? Form { get; init; }

    /// <summary>Whether addresses of private networks may be asked.</summary>
    public bool IsPrivateAllowed { get; init; }

    /// <summary>Matching takes time in proportion to the text.</summary>
    private static Regex PatternOf(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>Null for what is no pattern.</summary>
    public static Regex? TryPattern(string pattern)
    {
        try
        {
            return PatternOf(pattern);
        }
        catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Null for what is no address of the web.</summary>
    public static Uri? TryAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps) ? url : null;

    /// <summary>Whether the list leads to this host.</summary>
    public bool Knows(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return Pages.Any(page => page.IdnHost == url.IdnHost) || Hosts.Contains(url.IdnHost, StringComparer.OrdinalIgnoreCase);
    }
}
