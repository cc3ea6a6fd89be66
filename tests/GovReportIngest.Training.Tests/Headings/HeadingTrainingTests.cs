using System.Security.Cryptography;
using System.Text.Json;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Headings;
using GovReportIngest.TestKit;
using GovReportIngest.Training.Headings;
using Xunit.Abstractions;

namespace GovReportIngest.Training.Tests.Headings;

public sealed class HeadingTrainingTests(ITestOutputHelper output)
{
    private const int UnseenSeed = 300_000;
    private const int Documents = 12;

    public static TheoryData<string> AllFamilies => new(Families.All);

    [Fact]
    public void The_same_documents_give_the_same_bytes()
    {
        var one = HeadingTraining.Train(["text-plain", "page-web"], default, documents: 3);
        var other = HeadingTraining.Train(["text-plain", "page-web"], default, documents: 3);

        Assert.True(one.Lines > 100);
        Assert.Equal(one.Model.ToJson(), other.Model.ToJson());
    }

    [Theory]
    [MemberData(nameof(AllFamilies))]
    public void Every_line_outside_of_grids_has_a_label_and_every_family_has_headings(string family)
    {
        var documents = Enumerable.Range(UnseenSeed, 4).Select(seed => Families.Document(family, seed, true, isUnseen: true)).ToList();

        foreach (var document in documents)
        {
            var lines = document.Blocks.OfType<Block.OfLine>().Where(line => line.Line.Text.Trim().Length > 0).ToList();
            Assert.True(lines.Count(document.Labels.ContainsKey) * 10 >= lines.Count * 9, $"{lines.Count(document.Labels.ContainsKey)} of {lines.Count} lines have labels");
            Assert.Contains(document.Labels.Values, label => label.Class is LineClass.Title);
        }

        Assert.True(documents.Sum(document => document.Labels.Values.Count(label => label.Begins)) >= 12);
    }

    [Fact]
    public void The_model_of_this_repository_finds_outlines_of_documents_it_has_not_seen()
    {
        var model = HeadingModel.Load(Repository.PathOf("models", "headings.json"));
        var numbered = HeadingMeasurement.Of(model, Unseen(null));
        var unnumbered = HeadingMeasurement.Of(model, Unseen(false));

        output.WriteLine($"» headings: macro F1 {numbered.MacroF1:0.0000}, {numbered.ExactOutlines} of {numbered.Documents} outlines exact; without numbers {unnumbered.MacroF1:0.0000}");
        Assert.True(numbered.MacroF1 >= 0.98m, $"macro F1 {numbered.MacroF1}");
        Assert.True(unnumbered.MacroF1 >= 0.90m, $"macro F1 without numbers {unnumbered.MacroF1}");
    }

    [Fact]
    public void The_card_in_the_manifest_is_of_the_model_that_is_there()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Repository.PathOf("models", "manifest.json")));
        var card = manifest.RootElement.GetProperty("models").EnumerateArray().Single(entry => entry.GetProperty("file").GetString() == "headings.json");

        var bytes = File.ReadAllBytes(Repository.PathOf("models", "headings.json"));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), card.GetProperty("sha256").GetString());
        Assert.True(bytes.Length < 1_000_000);
        Assert.True(card.GetProperty("leftOutFamilies").EnumerateObject().Count() >= 3);
    }

    private static IEnumerable<LabelledDocument> Unseen(bool? hasNumbers) =>
        Families.All.SelectMany(family => Enumerable.Range(UnseenSeed, Documents).Select(seed => Families.Document(family, seed, hasNumbers, isUnseen: true)));
}
