namespace GovReportIngest.Journey.Tests.Store;

/// <summary>A register of agencies over the samples.</summary>
public sealed class AgencyVerbTests(StoredSamples samples) : IClassFixture<StoredSamples>, IDisposable
{
    private readonly string register = Path.GetTempFileName();

    public void Dispose() => File.Delete(register);

    [Fact]
    public async Task Coverage_tells_what_is_there_and_what_is_missing()
    {
        await File.WriteAllTextAsync(register, "id,name\nL-01,岚溪县财政局\nL-02,岚溪县审计局\nX-01,某县档案局\n");

        var imported = await samples.JsonAsync("agency", "import", register);
        var coverage = await samples.JsonAsync("coverage", "--from", "2023", "--to", "2023");

        Assert.Equal(3, imported.GetProperty("agencies").GetInt32());
        Assert.Contains("松坪市自然资源局", imported.GetProperty("unknown").EnumerateArray().Select(name => name.GetProperty("name").GetString()));
        Assert.Equal([("L-01", 1, false), ("L-02", 1, false), ("X-01", 0, true)], coverage.GetProperty("agencies").EnumerateArray().Select(agency => (
            agency.GetProperty("id").GetString()!, agency.GetProperty("years")[0].GetProperty("received").GetInt32(), agency.GetProperty("years")[0].GetProperty("isMissing").GetBoolean())));
        Assert.Contains("缺", (await samples.RunAsync("coverage", "--lang", "zh")).Output, StringComparison.Ordinal);
        Assert.Contains("agency-unknown", (await samples.RunAsync("queue", "--lang", "en")).Output, StringComparison.Ordinal);
        Assert.True((await samples.JsonAsync("verify")).GetProperty("isSound").GetBoolean());
    }

    [Fact]
    public async Task A_register_with_a_fault_imports_nothing_and_its_line_is_told()
    {
        await File.WriteAllTextAsync(register, "id,name\nA,甲\nA,乙\n");

        var run = await samples.RunAsync("agency", "import", register, "--lang", "en");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"{register}:3: the id A is there already", run.Complaints, StringComparison.Ordinal);
    }
}
