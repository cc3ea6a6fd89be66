using System.Net;
using System.Net.Sockets;

namespace GovReportIngest.Jobs.Listing;

/// <summary>
/// Tells addresses of the public Internet from those of this machine, its neighbours and private networks (the special-purpose registries of
/// RFC 6890). Who writes a page chooses its links: without this, one could make the program read what only this machine may.
/// </summary>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    /// <summary>An address that holds another one is as public as that.</summary>
    public static bool Contain(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IsIPv4MappedToIPv6)
            return Contain(address.MapToIPv4());
        var bytes = address.GetAddressBytes();
        if (address.AddressFamily is AddressFamily.InterNetworkV6 && Translated.Contains(address))
            return Contain(new IPAddress(bytes.AsSpan(12, 4)));
        if (address.AddressFamily is AddressFamily.InterNetworkV6 && SixToFour.Contains(address))
            return Contain(new IPAddress(bytes.AsSpan(2, 4)));
        return !Array.Exists(NotPublic, network => network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address));
    }
}
