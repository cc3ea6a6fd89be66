using System.Globalization;
using System.Text.RegularExpressions;
using GovReportIngest.Jobs.Listing;
using YamlDotNet.RepresentationModel;

namespace GovReportIngest.Jobs.Watching;

/// <summary>A mapping of a settings file; every key must be asked for, so that a misspelt one is not passed over.</summary>
internal sealed class SettingsNode(YamlMappingNode node)
{
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public string? Text(string key) => Find(key) is not { } value ? null
        : value is YamlScalarNode { Value: { Length: > 0 } text } ? text : throw Wrong(key, value);

    public string Required(string key) => Text(key) ?? throw new WatchSettingsException(WatchFault.MissingKey, key, null, node.Start.Line);

    public int? Number(string key) => Find(key) is not { } value ? null
        : value is YamlScalarNode scalar && int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(key, value);

    public bool Truth(string key) => Find(key) is { } value
        && (value is YamlScalarNode scalar && bool.TryParse(scalar.Value, out var truth) ? truth : throw Wrong(key, value));

    public TimeSpan? Duration(string key) => Find(key) is not { } value ? null
        : value is YamlScalarNode scalar && Durations.TryParse(scalar.Value ?? "", out var duration) ? duration : throw Wrong(key, value);

    public Regex? Pattern(string key) => Find(key) is not { } value ? null
        : value is YamlScalarNode { Value: { Length: > 0 } text } && WatchedListing.TryPattern(text) is { } pattern ? pattern : throw Wrong(key, value);

    public Uri Address(string key) => WatchedListing.TryAddress(Required(key)) ?? throw Wrong(key, Find(key)!);

    public IReadOnlyList<Uri> Addresses(string key) => [.. Items(key).Select(item => item is YamlScalarNode { Value: { } text } && WatchedListing.TryAddress(text) is { } url ? url : throw Wrong(key, item))];

    public T? Choice<T>(string key) where T : struct, Enum => Find(key) is not { } value ? null
        : value is YamlScalarNode scalar && Enum.TryParse<T>(scalar.Value, ignoreCase: true, out var choice) && Enum.IsDefined(choice) ? choice : throw Wrong(key, value);

    public IReadOnlyList<string> Texts(string key) => [.. Items(key).Select(item => item is YamlScalarNode { Value: { Length: > 0 } text } ? text : throw Wrong(key, item))];

    public IReadOnlyList<SettingsNode> Nodes(string key) => [.. Items(key).Select(item => item is YamlMappingNode mapping ? new SettingsNode(mapping) : throw Wrong(key, item))];

    /// <exception cref="WatchSettingsException">There is a key that nobody asked for.</exception>
    public void RefuseOthers()
    {
        foreach (var key in node.Children.Keys)
            if (key is not YamlScalarNode { Value: { } name } || !known.Contains(name))
                throw new WatchSettingsException(WatchFault.UnknownKey, key.ToString(), string.Join(", ", known), key.Start.Line);
    }

    private IEnumerable<YamlNode> Items(string key) => Find(key) switch
    {
        null => [],
        YamlSequenceNode list => list.Children,
        { } other => throw Wrong(key, other),
    };

    private YamlNode? Find(string key)
    {
        known.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
    }

    private static WatchSettingsException Wrong(string key, YamlNode value) => new(WatchFault.WrongValue, value.ToString(), key, value.Start.Line);
}
