using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Core.Interpret.Metadata;

/// <summary>Whether the text names another agency as the report's author than the title does.</summary>
internal static class AgencyConflict
{
    public static (FieldReading Agency, FieldReading Region) Check(
        FieldReading agency, FieldReading region, ReportText text, IReadOnlyList<RepeatedTitle> repeats)
    {
        if (agency.Value is not FieldValue.Words(var printed))
            return (agency, region);
        var name = AgencyName.Of(printed);
        var others = Authors(name, text, repeats).Where(other => !name.MayBe(AgencyName.Of(other.Name), text.IsScanned)).ToList();
        var places = others.Select(other => (Name: RegionName.Of(other.Name).Text, other.Places))
            .Where(other => other.Name is not null && region.Value is FieldValue.Words(var own) && !own.EndsWith(other.Name, StringComparison.Ordinal) && !other.Name.EndsWith(own, StringComparison.Ordinal));
        return (TitleConflict.Open(agency, [.. others.Select(other => ((FieldValue)new FieldValue.Words(other.Name), other.Places))]),
            TitleConflict.Open(region, [.. places.Select(other => ((FieldValue)new FieldValue.Words(other.Name!), other.Places))]));
    }

    private static IEnumerable<(string Name, IReadOnlyList<Evidence> Places)> Authors(AgencyName name, ReportText text, IReadOnlyList<RepeatedTitle> repeats)
    {
        foreach (var author in StatedAuthors.Find(text))
            if (!author.IsSubject || !name.IsLedBy(AgencyName.Of(author.Name)))
                yield return (author.Name, text.Locate(author.Index, author.Name.Length));
        if (Signature.Find(text.Lines) is { } signature)
            yield return (signature.Name, [signature.Place]);
        foreach (var repeat in repeats)
            if (repeat.Names.Agency is { } other)
                yield return (other, [repeat.Place]);
    }
}
