namespace GovReportIngest.Reading.Tests;

public sealed class NativeVersionsTests
{
    [Fact]
    public void Every_library_that_is_installed_says_its_version()
    {
        var found = NativeVersions.Found;

        Assert.StartsWith("5.", found.Tesseract, StringComparison.Ordinal);
        Assert.All([found.Leptonica, found.Poppler, found.Cairo], version => Assert.Matches(@"^\d+\.\d+", version!));
        Assert.Matches("^[0-9a-f]{12}$", found.Traineddata!);
    }

    [Fact]
    public void The_hash_follows_the_bytes_of_the_language_data_and_is_absent_where_one_is_missing()
    {
        var folder = Directory.CreateTempSubdirectory("govreport-test-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "a.traineddata"), "1");
            Assert.Null(NativeVersions.HashLanguages(folder.FullName, ["a", "b"]));
            File.WriteAllText(Path.Combine(folder.FullName, "b.traineddata"), "2");
            var before = NativeVersions.HashLanguages(folder.FullName, ["a", "b"]);
            Assert.Equal(before, NativeVersions.HashLanguages(folder.FullName, ["b", "a"]));
            File.WriteAllText(Path.Combine(folder.FullName, "b.traineddata"), "3");
            Assert.NotEqual(before, NativeVersions.HashLanguages(folder.FullName, ["a", "b"]));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
