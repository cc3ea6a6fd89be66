using GovReportIngest.Cli.Commands;
using GovReportIngest.Cli.Speech;

namespace GovReportIngest.Cli.Tests.Commands;

public sealed class TrainCommandTests
{
    [Fact]
    public async Task A_folder_that_is_not_there_is_wrong_usage_with_the_remedy()
    {
        var failure = await Assert.ThrowsAsync<CommandFailure>(() => TrainCommand.TrainAsync(new("/no/such/folder"), false, TongueChoice.Of(["--lang", "en"], _ => null), CancellationToken.None));
        Assert.Equal(ExitCode.Usage, failure.ExitCode);
        Assert.Contains("--models", failure.Remedy, StringComparison.Ordinal);
    }
}
