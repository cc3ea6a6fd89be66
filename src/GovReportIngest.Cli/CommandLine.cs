using System.CommandLine;
using System.CommandLine.Help;
using System.Runtime.InteropServices;
using GovReportIngest.Cli.Commands;
using GovReportIngest.Cli.Speech;
using GovReportIngest.Cli.Store;
using GovReportIngest.Cli.Watch;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Speech;
using GovReportIngest.Jobs.Watching;
using GovReportIngest.Reading.Worker;
using GovReportIngest.Storage;

namespace GovReportIngest.Cli;

/// <summary>The commands, and what their failures become for the caller: a sentence, a remedy and an exit code.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        var tongue = TongueChoice.Of(arguments, Environment.GetEnvironmentVariable);
        using var interrupted = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Cancel(context, interrupted));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Cancel(context, interrupted));
        var parsed = Root(tongue).Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                Console.Error.WriteLine(error.Message);
            Console.Error.WriteLine(tongue["govreport --help lists commands and options.", "govreport --help 列出全部命令和选项。"]);
            return (int)ExitCode.Usage;
        }

        return await GuardAsync(tongue, () => parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, interrupted.Token));
    }

    /// <summary>The libraries are loaded when first called; where one is not installed, that is where it shows.</summary>
    private static bool IsEnvironment(Exception failure) => failure is DllNotFoundException or EntryPointNotFoundException
        || (failure is TypeInitializationException && failure.InnerException is DllNotFoundException);

    internal static RootCommand Root(Tongue tongue)
    {
        var root = new RootCommand(tongue[
            "Turns scanned and born-digital government reports into records that can be trusted.",
            "把扫描件和电子版政府报告转换成可信的结构化记录。"])
        {
            IngestCommand.Create(tongue),
            TablesCommand.Create(tongue),
            EvaluateCommand.Create(tongue),
            CheckCommand.Create(tongue),
            StatusCommand.Create(tongue),
            ListCommand.Create(tongue),
            QueueCommand.Create(tongue),
            ShowCommand.Create(tongue),
            ExportCommand.Create(tongue),
            WatchCommand.Create(tongue),
            PauseCommand.CreatePause(tongue),
            PauseCommand.CreateResume(tongue),
            RetryCommand.Create(tongue),
            ReprocessCommand.Create(tongue),
            ServeCommand.Create(tongue),
            UserCommand.Create(tongue),
            AgencyCommand.Create(tongue),
            CoverageCommand.Create(tongue),
            CatalogueCommand.Create(tongue),
            SeriesCommand.Create(tongue),
            VerifyCommand.Create(tongue),
            BackupCommand.Create(tongue),
            RestoreCommand.Create(tongue),
            TrainCommand.Create(tongue),
            DoctorCommand.Create(tongue),
        };
        foreach (var known in root.Options)
            known.Description = known is HelpOption ? tongue["Show what a verb does, and its options", "显示命令及其选项的说明"] : known is VersionOption ? tongue["Show the version of the program", "显示程序版本"] : known.Description;
        root.Options.Add(new Option<string>("--lang") { Recursive = true, Description = tongue["Language of messages: en or zh", "提示语言：en 或 zh"] });
        root.Options.Add(new Option<bool>("--yes") { Recursive = true, Description = tongue["Install missing packages without asking", "缺少软件包时不询问直接安装"] });
        return root;
    }

    private static async Task<int> GuardAsync(Tongue tongue, Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (CommandFailure failure)
        {
            return Fail(failure.Message, failure.Remedy, failure.ExitCode);
        }
        catch (StoreException store)
        {
            return Fail(store.Message, StoreRemedies.Of(store.Fault, tongue), ExitCode.StoreUnavailable);
        }
        catch (WatchSettingsException wrong)
        {
            return Fail(WatchFaults.Of(wrong, tongue), WatchFaults.RemedyOf(wrong.Fault, tongue), ExitCode.Usage);
        }
        catch (FormFileException wrong)
        {
            return Fail(wrong.Message, tongue["Correct the form definition.", "请更正表式定义文件。"], ExitCode.Usage);
        }
        catch (Exception missing) when (IsEnvironment(missing))
        {
            return Fail(missing.Message, tongue["govreport doctor shows what is missing and how to install it.", "govreport doctor 会列出缺失的组件及安装办法。"], ExitCode.EnvironmentMissing);
        }
        catch (WorkerStartException broken)
        {
            return Fail(broken.Message, tongue["Build or install govreport anew; the packages prlimit and unshare come from are util-linux.", "请重新构建或安装 govreport；prlimit 和 unshare 来自 util-linux 软件包。"], ExitCode.EnvironmentMissing);
        }
        catch (OperationCanceledException)
        {
            return Fail(tongue["Interrupted.", "已中断。"],
                tongue["Finished records are complete; the same command goes on where it stopped.", "已完成的记录是完整的；再次运行同一命令即可继续。"], ExitCode.Interrupted);
        }
        catch (Exception wrong) when (wrong is UnauthorizedAccessException or IOException)
        {
            return Fail(wrong.Message, tongue["Check the folder's rights and the free space.", "请检查文件夹权限和剩余空间。"], ExitCode.Usage);
        }
        catch (Exception bug)
        {
            Console.Error.WriteLine(bug);
            return Fail(tongue["This is a fault of the program.", "这是程序自身的错误。"], tongue["Report it with the lines above.", "请附上以上信息报告。"], ExitCode.Bug);
        }
    }

    private static int Fail(string message, string remedy, ExitCode code)
    {
        Console.Error.WriteLine($"govreport: {TerminalText.Printable(message)}");
        Console.Error.WriteLine($"  → {remedy}");
        return (int)code;
    }

    private static void Cancel(PosixSignalContext context, CancellationTokenSource interrupted)
    {
        // Who asks twice does not want to wait; records are never half written, and temporary files are removed by the next run.
        context.Cancel = !interrupted.IsCancellationRequested;
        interrupted.Cancel();
    }
}
