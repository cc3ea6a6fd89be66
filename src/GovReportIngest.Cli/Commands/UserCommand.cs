using System.CommandLine;
using GovReportIngest.Cli.Speech;
using GovReportIngest.Cli.Store;
using GovReportIngest.Core.Speech;
using GovReportIngest.Jobs;
using GovReportIngest.Server.Accounts;
using GovReportIngest.Storage;
using GovReportIngest.Storage.Users;

namespace GovReportIngest.Cli.Commands;

/// <summary><c>govreport user …</c>: who may sign in to the review application.</summary>
internal static class UserCommand
{
    public static Command Create(Tongue tongue) => new("user", tongue["Accounts of the review application", "复核系统账户"])
    {
        Add(tongue), Disable(tongue), List(tongue),
    };

    private static Command Add(Tongue tongue)
    {
        var (name, data) = (Name(tongue), StoreOptions.Data(tongue));
        var role = new Option<string>("--role") { DefaultValueFactory = _ => "reviewer", Description = tongue["viewer, reviewer or admin", "viewer（查看）、reviewer（复核）或 admin（管理）"] };
        role.AcceptOnlyFromAmong("viewer", "reviewer", "admin");
        var token = new Option<bool>("--token") { Description = tongue["Print an API token as the last line, instead of asking for a password", "不设密码，在最后一行输出 API 令牌"] };
        var command = new Command("add", tongue["Add an account, or change its role and password", "添加账户，或更改其角色和密码"]) { name, data, role, token };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var store = await OpenAsync(parsed.GetValue(data)!, cancellation);
            var (who, given) = (parsed.GetValue(name)!, Enum.GetValues<UserRole>().First(known => UserTable.CodeOf(known) == parsed.GetValue(role)));
            var password = parsed.GetValue(token) ? null : Passwords.Hash(AskPassword(tongue));
            // A role that nobody gave is for new accounts only.
            if (!await store.Users.AddAsync(who, given, password, cancellation))
                await store.Users.ChangeAsync(who, parsed.GetResult(role) is { Implicit: false } ? given : null, password, cancellation);
            given = (await store.Users.FindAsync(who, cancellation))!.Role;
            await store.Audit.WriteAsync("user-set", $"{who} {UserTable.CodeOf(given)}", cancellation);
            Console.Out.WriteLine(tongue[$"{who}: {UserTable.CodeOf(given)}", $"{who}：{UserTable.CodeOf(given)}"]);
            if (parsed.GetValue(token))
                Console.Out.WriteLine(await store.Users.AddTokenAsync(who, cancellation));
            return (int)ExitCode.Done;
        });
        return command;
    }

    private static Command Disable(Tongue tongue)
    {
        var (name, data) = (Name(tongue), StoreOptions.Data(tongue));
        var command = new Command("disable", tongue["End an account, its sessions and its tokens; its decisions stay", "停用账户及其会话和令牌；其决定保留"]) { name, data };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var store = await OpenAsync(parsed.GetValue(data)!, cancellation);
            if (!await store.Users.DisableAsync(parsed.GetValue(name)!, cancellation))
                throw new CommandFailure(ExitCode.Usage, tongue[$"There is no account {parsed.GetValue(name)}.", $"没有账户 {parsed.GetValue(name)}。"], tongue["govreport user list shows them.", "govreport user list 会列出全部账户。"]);
            await store.Audit.WriteAsync("user-disabled", parsed.GetValue(name)!, cancellation);
            return (int)ExitCode.Done;
        });
        return command;
    }

    private static Command List(Tongue tongue)
    {
        var data = StoreOptions.Data(tongue);
        var command = new Command("list", tongue["List the accounts", "列出账户"]) { data };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var store = await StoreOptions.OpenAsync(parsed.GetValue(data)!, cancellation);
            foreach (var user in await store.Users.ListAsync(cancellation))
                Console.Out.WriteLine(TerminalText.Printable($"{UserTable.CodeOf(user.Role),-9} {user.Name}{(user.DisabledAt is null ? "" : tongue[" (disabled)", "（已停用）"])}"));
            return (int)ExitCode.Done;
        });
        return command;
    }

    private static Argument<string> Name(Tongue tongue)
    {
        var name = new Argument<string>("name") { Description = tongue["Name of the account", "用户名"] };
        name.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is not { Length: > 0 and <= 100 } given || given.Any(char.IsControl) || given != given.Trim())
                result.AddError(tongue["A name has 1 to 100 characters.", "用户名须为 1 至 100 个字符。"]);
        });
        return name;
    }

    private static Task<ReportStore> OpenAsync(string data, CancellationToken cancellation) =>
        StoreFolder.OpenAsync(Path.GetFullPath(data), Installation.LoadedForms, TimeProvider.System, cancellation);

    /// <summary>From the terminal without showing it, or the first line of what is piped in.</summary>
    private static string AskPassword(Tongue tongue)
    {
        string? password;
        if (Console.IsInputRedirected)
            password = Console.In.ReadLine();
        else
        {
            Console.Error.Write(tongue[$"Password ({Passwords.Shortest} characters at least): ", $"密码（至少 {Passwords.Shortest} 个字符）："]);
            var typed = new System.Text.StringBuilder();
            while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
                if (key.Key is ConsoleKey.Backspace && typed.Length > 0)
                    typed.Length--;
                else if (!char.IsControl(key.KeyChar))
                    typed.Append(key.KeyChar);
            Console.Error.WriteLine();
            password = typed.ToString();
        }

        return password is { Length: >= Passwords.Shortest } ? password : throw new CommandFailure(ExitCode.Usage,
            tongue["The password is too short.", "密码过短。"], tongue[$"Give {Passwords.Shortest} characters or more.", $"请给出至少 {Passwords.Shortest} 个字符。"]);
    }
}
