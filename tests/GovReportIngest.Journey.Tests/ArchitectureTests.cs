using System.Text.RegularExpressions;
using System.Xml.Linq;
using GovReportIngest.TestKit;

namespace GovReportIngest.Journey.Tests;

/// <summary>The reference rules of ARCHITECTURE.md, read from the project files and the sources.</summary>
public sealed partial class ArchitectureTests
{
    // The words of the journey in order; inside Core a stage knows only Document and the stages before it.
    private static readonly string[] Stages = ["Collect", "Read", "Layout", "Interpret", "Check", "Export"];

    private static readonly Dictionary<string, string[]> AllowedReferences = new()
    {
        ["Core"] = [],
        ["Reading"] = ["Core"],
        ["Training"] = ["Core"],
        ["Storage"] = ["Core"],
        ["Jobs"] = ["Reading", "Storage", "Core"],
        ["Exporting"] = ["Storage", "Core"],
        ["Server"] = ["Exporting", "Jobs", "Storage", "Core"],
        ["Cli"] = ["Server", "Exporting", "Jobs", "Reading", "Training", "Storage", "Core"],
    };

    [Fact]
    public void Projects_reference_only_what_the_architecture_allows()
    {
        var projects = Directory.GetFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories);
        Assert.NotEmpty(projects);
        foreach (var project in projects)
        {
            var name = ShortName(project);
            var references = XDocument.Load(project).Descendants("ProjectReference")
                .Select(reference => ShortName((string)reference.Attribute("Include")!));
            Assert.All(references, reference => Assert.Contains(reference, AllowedReferences[name]));
        }
    }

    [Fact]
    public void Stages_of_Core_use_only_earlier_stages()
    {
        var core = Repository.PathOf("src", "GovReportIngest.Core");
        foreach (var (stage, index) in Stages.Select((stage, index) => (stage, index)))
        {
            var later = Stages.Skip(index + 1).ToList();
            foreach (var file in Sources(Path.Combine(core, stage)))
                Assert.DoesNotContain(UsedStages(file), later.Contains);
        }
    }

    [Fact]
    public void Document_uses_no_stage_but_the_page_facts_of_Read()
    {
        foreach (var file in Sources(Repository.PathOf("src", "GovReportIngest.Core", "Document")))
            Assert.DoesNotContain(UsedStages(file), stage => stage is not "Read");
    }

    [Fact]
    public void Native_imports_live_in_Interop_and_Worker_only()
    {
        var offenders = Sources(Repository.PathOf("src"))
            .Where(file => File.ReadAllText(file).Contains("[LibraryImport", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Repository.PathOf("src"), file))
            .Where(file => !file.Contains("/Interop/", StringComparison.Ordinal) && !file.Contains("/Worker/", StringComparison.Ordinal));
        Assert.Empty(offenders);
    }

    private static IEnumerable<string> Sources(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
        : [];

    private static IEnumerable<string> UsedStages(string file) =>
        StageUse().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value);

    private static string ShortName(string project) => Path.GetFileNameWithoutExtension(project)["GovReportIngest.".Length..];

    [GeneratedRegex(@"using GovReportIngest\.Core\.(\w+)")]
    private static partial Regex StageUse();
}
