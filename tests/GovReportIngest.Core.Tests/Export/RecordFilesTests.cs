using System.Text;
using GovReportIngest.Core.Export;

namespace GovReportIngest.Core.Tests.Export;

public sealed class RecordFilesTests : IDisposable
{
    private static readonly string Hash = "0123456789abcdef" + new string('0', 48);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("files");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("x/a.pdf", 1, "x/a.pdf.record.json")]
    [InlineData("a.pdf", 2, "a.pdf#2.record.json")]
    public void The_record_is_named_after_its_source(string path, int part, string expected) =>
        Assert.Equal(expected, RecordFiles.RelativePathOf(path, Hash, part));

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    public void A_long_name_is_cut_at_a_character_and_gets_the_hash(int part)
    {
        var name = new string('报', 83) + "a";

        var output = RecordFiles.RelativePathOf($"x/{name}", Hash, part)[2..];

        Assert.InRange(Encoding.UTF8.GetByteCount(output), 253, 255);
        Assert.Contains("~01234567", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', output);
        RecordFiles.WriteAtomically(Path.Combine(folder.FullName, output), [1]);
        Assert.True(File.Exists(Path.Combine(folder.FullName, output)));
    }

    [Fact]
    public void A_long_name_without_source_hash_is_cut_as_well() =>
        Assert.Matches("^报+~[0-9a-f]{8}\\.record\\.json$", RecordFiles.RelativePathOf(new string('报', 84), ""));

    [Fact]
    public void A_name_that_just_fits_is_kept()
    {
        var name = new string('a', 255 - ".record.json".Length);

        Assert.Equal(name + ".record.json", RecordFiles.RelativePathOf(name, Hash));
    }

    [Fact]
    public void Two_inputs_with_one_output_are_refused()
    {
        Assert.Throws<OutputClashException>(() => RecordFiles.RefuseClashes(["a.pdf", "b.pdf", "a.pdf"]));
        Assert.Throws<OutputClashException>(() => RecordFiles.RefuseClashes(["a.pdf#2", "a.pdf"]));
        RecordFiles.RefuseClashes(["a.pdf", "x/a.pdf", "b#2", "#2"]);
    }

    [Fact]
    public void Writing_replaces_the_file_and_leaves_no_temporary()
    {
        var path = Path.Combine(folder.FullName, "x", "a");
        RecordFiles.WriteAtomically(path, [1]);
        RecordFiles.WriteAtomically(path, [2, 3]);

        Assert.Equal([2, 3], File.ReadAllBytes(path));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void What_an_interrupted_run_left_is_removed_and_nothing_else()
    {
        var inner = folder.CreateSubdirectory("x").FullName;
        File.WriteAllText(Path.Combine(inner, $".1{RecordFiles.TemporarySuffix}"), "");
        File.WriteAllText(Path.Combine(inner, "mine.tmp"), "");

        RecordFiles.RemoveStaleTemporaries(folder.FullName);

        Assert.Equal(["mine.tmp"], Directory.GetFiles(inner).Select(Path.GetFileName));
    }
}
