using System.Text.Json;
using GovReportIngest.Journey.Tests.Batches;
using GovReportIngest.TestKit;

namespace GovReportIngest.Journey.Tests.Store;

/// <summary>Reading documents once more, from the bytes that the store keeps.</summary>
public sealed class RereadTests : IAsyncLifetime
{
    private readonly StoredSamples samples = new();

    public Task InitializeAsync() => samples.InitializeAsync();

    public Task DisposeAsync() => samples.DisposeAsync();

    [Fact]
    public async Task Reading_again_with_the_same_program_changes_nothing()
    {
        var again = await samples.JsonAsync("reprocess", "--all", "--workers", "2");
        var outdated = await samples.JsonAsync("reprocess", "--outdated");

        Assert.Equal((9, 0, 0), (Number(again, "documents"), Number(again, "newVersions"), again.GetProperty("reports").GetArrayLength()));
        Assert.Equal(0, Number(outdated, "documents"));
        Assert.All((await samples.JsonAsync("list")).GetProperty("records").EnumerateArray(), record => Assert.Equal(1, Number(record, "version")));
    }

    [Fact]
    public async Task Another_model_shows_its_differences_first_and_then_makes_new_versions()
    {
        var models = OtherModels();
        var output = Path.Combine(samples.Folder, "again");

        var trial = await ReprocessAsync(models, "--outdated", "--dry-run");
        var untouched = await samples.JsonAsync("status");
        var real = await ReprocessAsync(models, "--outdated", "--agency", "金湖县", "--out", output);
        var rest = await ReprocessAsync(models, "--outdated", "--dry-run");

        Assert.Equal((9, 0), (Number(trial, "documents"), Number(untouched, "open") - 1));
        Assert.Equal((1, 8), (Number(real, "documents"), Number(rest, "documents")));
        var changed = Assert.Single(real.GetProperty("reports").EnumerateArray());
        Assert.Equal(("accepted", "needs-review"), (changed.GetProperty("before").GetString(), changed.GetProperty("after").GetString()));
        Assert.Contains(changed.GetProperty("fields").EnumerateArray(), field => field.GetProperty("after").GetProperty("review").GetString() == "open");
        var id = changed.GetProperty("document").GetInt64().ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal([2, 1], (await samples.JsonAsync("show", id)).GetProperty("versions").EnumerateArray().Select(version => Number(version, "version")));
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(output, "one-cell-per-line.txt.record.json")), (await samples.RunAsync("show", id, "--record")).Output);
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(samples.Out, "one-cell-per-line.txt.record.json")), (await samples.RunAsync("show", id, "--record", "--at", "1")).Output);
        Assert.Equal(0, (await samples.RunAsync("verify")).ExitCode);
    }

    [Fact]
    public async Task What_an_ended_run_left_is_finished_from_the_store_alone()
    {
        var folder = Path.Combine(samples.Folder, "in");
        var quiet = (await samples.JsonAsync("list")).GetProperty("records").GetArrayLength();
        CopySamples(folder);
        var data = Path.Combine(samples.Folder, "killed");
        var lost = Path.Combine(samples.Folder, "lost");
        using (var run = GovReport.Start("ingest", folder, "--out", lost, "--data", data, "--workers", "2"))
        {
            await run.ActWhenAsync(() => Directory.Exists(lost) && Directory.EnumerateFiles(lost, "*.record.json").Any(), run.Kill);
            await run.EndAsync();
        }

        Directory.Delete(folder, recursive: true);
        var retried = await GovReport.RunAsync("retry", "--data", data, "--lang", "en");

        Assert.True(retried.ExitCode == 0, retried.ToString());
        var told = await GovReport.RunAsync("status", "--data", data, "--json");
        Assert.True(told.ExitCode == 0, told.ToString());
        var status = JsonDocument.Parse(told.Output).RootElement.GetProperty("documents");
        Assert.Equal((0, 0), (Number(status, "collected"), Number(status, "processing")));
        Assert.InRange(Number(status, "accepted") + Number(status, "needs-review"), 1, quiet);
        Assert.Equal(0, (await GovReport.RunAsync("verify", "--data", data)).ExitCode);
    }

    [Fact]
    public async Task People_see_what_changed_and_must_say_which_documents()
    {
        var none = await samples.RunAsync("reprocess", "--lang", "en");
        var list = (await samples.JsonAsync("list", "--agency", "金湖县")).GetProperty("records");
        using var run = GovReport.StartWith([$"GOVREPORT_MODELS={OtherModels()}"], "reprocess", list[0].GetProperty("id").GetString()!, "--data", samples.Data, "--dry-run", "--lang", "zh");
        var shown = (await run.EndAsync()).Output;

        var unknown = await samples.RunAsync("retry", "77", "--lang", "en");

        Assert.Equal((2, 2), (none.ExitCode, unknown.ExitCode));
        Assert.Contains("document 77", unknown.Complaints, StringComparison.Ordinal);
        Assert.Contains("--outdated", none.Complaints, StringComparison.Ordinal);
        Assert.Contains("（待核）", shown, StringComparison.Ordinal);
        Assert.Contains("未写入任何内容", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_is_restored_to_a_sound_store()
    {
        var (backup, restored) = (Path.Combine(samples.Folder, "backup"), Path.Combine(samples.Folder, "restored"));

        Assert.Equal(0, (await samples.RunAsync("backup", "--to", backup)).ExitCode);
        Assert.Equal(0, (await GovReport.RunAsync("restore", "--from", backup, "--data", restored)).ExitCode);
        var twice = await GovReport.RunAsync("restore", "--from", backup, "--data", restored, "--lang", "en");

        Assert.Equal(5, twice.ExitCode);
        Assert.Contains("There is a store", twice.Complaints, StringComparison.Ordinal);
        Assert.Equal((await samples.RunAsync("list")).Output, (await GovReport.RunAsync("list", "--data", restored)).Output);
        Assert.Equal(0, (await GovReport.RunAsync("verify", "--data", restored)).ExitCode);
    }

    private async Task<JsonElement> ReprocessAsync(string models, params string[] arguments)
    {
        using var run = GovReport.StartWith([$"GOVREPORT_MODELS={models}"], ["reprocess", .. arguments, "--data", samples.Data, "--json"]);
        var end = await run.EndAsync();
        Assert.True(end.ExitCode == 0, end.ToString());
        return JsonDocument.Parse(end.Output).RootElement;
    }

    /// <summary>The models of the repository, but forms that name one row otherwise: what prints one cell a line can no longer be told for sure.</summary>
    private string OtherModels()
    {
        var models = Path.Combine(samples.Folder, "models");
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("models"), "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(models, Path.GetRelativePath(Repository.PathOf("models"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        var parts = Path.Combine(models, "forms", "shared", "cn-gov-disclosure-annual.yaml");
        File.WriteAllText(parts, File.ReadAllText(parts).Replace("属于行政执法案卷", "属于城市建设档案", StringComparison.Ordinal));
        return models;
    }

    private static void CopySamples(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("samples", "inbox", "text")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
    }

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
