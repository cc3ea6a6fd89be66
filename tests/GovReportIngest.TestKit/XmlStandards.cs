using System.Xml.Linq;
using System.Xml.Schema;

namespace GovReportIngest.TestKit;

/// <summary>What ALTO 4 and METS 1.12 allow of that which exports write (<c>Schemas/</c>).</summary>
public static class XmlStandards
{
    private static readonly Lazy<XmlSchemaSet> Schemas = new(Load);

    /// <summary>What is wrong with a document; nothing where it keeps to its standard.</summary>
    public static IReadOnlyList<string> FaultsOf(XDocument document)
    {
        var faults = new List<string>();
        if (Schemas.Value.GlobalElements.Contains(new(document.Root!.Name.LocalName, document.Root.Name.NamespaceName)))
            document.Validate(Schemas.Value, (_, fault) => faults.Add(fault.Message));
        else
            faults.Add($"No standard has {document.Root.Name}.");
        return faults;
    }

    private static XmlSchemaSet Load()
    {
        var schemas = new XmlSchemaSet();
        foreach (var name in (string[])["xlink.xsd", "alto.xsd", "mets.xsd"])
            schemas.Add(null, Repository.PathOf("tests", "GovReportIngest.TestKit", "Schemas", name));
        schemas.Compile();
        return schemas;
    }
}
