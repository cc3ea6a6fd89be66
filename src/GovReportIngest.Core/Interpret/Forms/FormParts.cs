namespace GovReportIngest.Core.Interpret.Forms;

/// <summary>Named lists that several forms share; an item <c>use: NAME</c> of a list stands for the items of that part.</summary>
internal sealed class FormParts
{
    private readonly Dictionary<string, FormNode.List> parts = new(StringComparer.Ordinal);

    public void Add(FormNode.Map file)
    {
        file.AllowOnly("parts");
        foreach (var (name, node) in file.Require("parts").AsMap().Entries)
            if (!parts.TryAdd(name, node.AsList()))
                throw node.Wrong($"the part \"{name}\" is defined twice");
    }

    /// <summary>The items of a list, with every <c>use</c> replaced by what it stands for.</summary>
    public IEnumerable<FormNode> ItemsOf(FormNode node, int depth = 0)
    {
        foreach (var item in node.AsList().Items)
            if (item is FormNode.Map { Entries.Count: 1 } map && map.Find("use") is { } use)
                foreach (var used in ItemsOf(PartOf(use, depth), depth + 1))
                    yield return used;
            else
                yield return item;
    }

    private FormNode.List PartOf(FormNode use, int depth)
    {
        if (depth > 8)
            throw use.Wrong($"the part \"{use.AsText()}\" uses itself");
        return parts.GetValueOrDefault(use.AsText()) ?? throw use.Wrong($"there is no part \"{use.AsText()}\"");
    }
}
