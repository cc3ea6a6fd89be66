using System.Text.Json;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Interop;
using GovReportIngest.Reading.Ocr.Digits;
using GovReportIngest.Reading.Ocr.Digits.Training;
using GovReportIngest.TestKit;

namespace GovReportIngest.Reading.Tests.Ocr.Digits.Training;

public sealed class TrainingTests
{
    private static readonly ScanCondition Clean = ScanCondition.All[0];

    [Fact]
    public void No_family_is_trained_or_calibrated_on_and_measured_with() =>
        Assert.Equal(
            DigitFaces.Training.Count + DigitFaces.Calibration.Count + DigitFaces.HeldOut.Count,
            DigitFaces.Training.Concat(DigitFaces.Calibration).Concat(DigitFaces.HeldOut).Distinct().Count());

    [Fact]
    public void One_seed_draws_one_sheet_and_another_seed_another()
    {
        byte[] Draw(int seed) => CellSheet.Draw("C059", false, Clean, seed).Page.Pixels;
        Assert.Equal(Draw(1), Draw(1));
        Assert.NotEqual(Draw(1), Draw(2));
    }

    [Fact]
    public void A_cell_holds_only_characters_that_the_face_has()
    {
        var random = new Random(3);
        var texts = Enumerable.Range(0, 2000).Select(_ => SheetText.Next(random, CellKind.SignedInteger, character => character != '−' && character != '无')).ToList();
        Assert.DoesNotContain(texts, text => text.Contains('−') || text.Contains('无'));
        Assert.Contains(texts, text => text.StartsWith('–') && text.Length > 1);
    }

    [Fact]
    public void Fonts_are_asked_for_what_they_have()
    {
        Assert.True(Fontconfig.IsInstalled("Noto Sans CJK SC") && Fontconfig.HasCharacter("Noto Sans CJK SC", '无'));
        Assert.False(Fontconfig.HasCharacter("Liberation Mono", '无'));
        Assert.False(Fontconfig.IsInstalled("no such family"));
    }

    [Fact]
    public void Training_learns_and_one_seed_gives_one_model()
    {
        IReadOnlyList<GlyphSample> samples = [.. Enumerable.Range(0, 3).SelectMany(seed => GlyphSamples.Of(CellSheet.Draw("Noto Sans CJK SC", false, Clean, seed)))];
        DigitModel Train() => new PerceptronTraining(16, 4, 1).Train(samples, CancellationToken.None);
        var model = Train();
        Assert.Equal(model.ToJson(), Train().ToJson());
        var right = GlyphSamples.Of(CellSheet.Draw("Noto Sans CJK SC", false, Clean, 99)).Count(sample => Array.IndexOf(model.Classify(sample.Features), model.Classify(sample.Features).Max()) == sample.Class);
        Assert.True(right > 300, $"{right} right");
    }

    [Fact]
    public void Agreement_is_counted_on_what_was_printed()
    {
        using var reader = new CellReader(DigitModel.Load(Repository.PathOf("models", "digits.json")));
        var counting = new AgreementCounting();
        counting.Add(reader, CellSheet.Draw("C059", false, Clean, 5, (_, _) => "407"));
        var counts = counting.Result.Clear.Counts.Values.ToList();
        Assert.Equal(CellSheet.Rows * CellSheet.Columns, counts.Sum(count => count.Right));
        Assert.True(counts.Sum(count => count.Cells) >= CellSheet.Rows * CellSheet.Columns);
    }

    [Fact]
    public void The_card_replaces_its_own_entry_and_leaves_those_of_other_models()
    {
        var folder = Directory.CreateTempSubdirectory("govreport-card").FullName;
        try
        {
            var path = Path.Combine(folder, "manifest.json");
            File.WriteAllText(path, """{ "schema": "govreport.models/1", "models": [ { "file": "headings.json" }, { "file": "digits.json", "version": 0 } ] }""");
            ModelCard.Write(folder, [1, 2, 3], 77, [new("clean-300", 9, 10)], [("clean-300", new(140, 139, 2, 0, []))]);
            using var manifest = JsonDocument.Parse(File.ReadAllBytes(path));
            var models = manifest.RootElement.GetProperty("models");
            Assert.Equal(["headings.json", "digits.json"], models.EnumerateArray().Select(model => model.GetProperty("file").GetString()));
            Assert.Equal("9/10", models[1].GetProperty("glyphsRight").GetProperty("clean-300").GetString());
            Assert.Equal(139, models[1].GetProperty("cells").GetProperty("clean-300").GetProperty("exact").GetInt32());
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    [Fact]
    public void The_manifest_describes_the_installed_model()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Repository.PathOf("models", "manifest.json")));
        var card = manifest.RootElement.GetProperty("models").EnumerateArray().Single(model => model.GetProperty("file").GetString() == "digits.json");
        var hash = System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Repository.PathOf("models", "digits.json")));
        Assert.Equal(Convert.ToHexStringLower(hash), card.GetProperty("sha256").GetString());
    }
}
