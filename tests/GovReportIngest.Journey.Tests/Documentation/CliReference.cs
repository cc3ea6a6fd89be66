using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using System.Text;
using GovReportIngest.Cli;
using GovReportIngest.Core.Speech;

namespace GovReportIngest.Journey.Tests.Documentation;

/// <summary>The reference of the command line as the commands themselves tell it: every verb with its arguments, options, defaults and words.</summary>
internal sealed class CliReference(Tongue tongue)
{
    private readonly StringBuilder page = new();

    public static string Write(Tongue tongue)
    {
        var reference = new CliReference(tongue);
        var root = CommandLine.Root(tongue);
        reference.page.Append(tongue[
            "# Command reference\n\n[中文](reference.zh-CN.md)\n\nWritten by the program (`UPDATE_GOLDEN=1 ./test.sh Journey`). [The command line](cli.md) tells more of each option, of exit codes and of the environment.\n",
            "# 命令参考\n\n[English](reference.md)\n\n本页由程序生成（`UPDATE_GOLDEN=1 ./test.sh Journey`）。各选项的详细说明、退出码和环境变量见[命令行](cli.md)。\n"]);
        reference.page.Append(CultureInfo.InvariantCulture, $"\n## {tongue["Everywhere", "通用选项"]}\n");
        reference.WriteTable([], root.Options);
        foreach (var verb in root.Subcommands)
            reference.WriteVerb(verb, "govreport", [.. root.Options.Select(option => option.Name)]);
        return reference.page.ToString();
    }

    private void WriteVerb(Command verb, string before, IReadOnlyList<string> everywhere)
    {
        if (verb.Hidden)
            return;
        var name = $"{before} {verb.Name}";
        if (verb.Subcommands.Count == 0)
        {
            List<Option> options = [.. verb.Options.Where(option => !option.Hidden && !everywhere.Contains(option.Name))];
            page.Append(CultureInfo.InvariantCulture, $"\n## {name}\n{verb.Description}\n```\n{string.Join(' ', [name, .. verb.Arguments.Select(Shown), .. options.Where(option => option.Required).Select(Shown)])} [{tongue["options", "选项"]}]\n```\n");
            WriteTable(verb.Arguments, options);
        }

        foreach (var below in verb.Subcommands)
            WriteVerb(below, name, everywhere);
    }

    private static string Shown(Argument argument) => argument.Name.ToUpperInvariant() + (argument.Arity.MaximumNumberOfValues > 1 ? "..." : "") is var name && argument.Arity.MinimumNumberOfValues == 0 ? $"[{name}]" : name;

    private static string Shown(Option option) => $"{option.Name} {option.Name.TrimStart('-').ToUpperInvariant()}";

    private void WriteTable(IEnumerable<Argument> arguments, IEnumerable<Option> options)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n| | |\n|---|---|\n");
        foreach (var argument in arguments)
            page.Append(CultureInfo.InvariantCulture, $"| `{argument.Name.ToUpperInvariant()}` | {Escaped(argument.Description)} |\n");
        foreach (var option in options.Where(option => !option.Hidden))
            page.Append(CultureInfo.InvariantCulture, $"| {string.Join(", ", option.Aliases.Where(alias => alias.StartsWith('-')).Prepend(option.Name).Select(name => $"`{name}`"))} | {Escaped(option.Description)}{WordsOf(option)}{DefaultOf(option)} |\n");
    }

    private string WordsOf(Option option) => option.ValueType == typeof(bool) || option.GetCompletions(CompletionContext.Empty).Select(word => word.Label).ToList() is not { Count: > 0 } words ? ""
        : tongue["; one of ", "；可取 "] + string.Join(", ", words.Select(word => $"`{word}`"));

    /// <summary>As many workers as cores are no default to be printed.</summary>
    private string DefaultOf(Option option) => option.Name is "--workers" || option.ValueType == typeof(bool) || !option.HasDefaultValue || Convert.ToString(option.GetDefaultValue(), CultureInfo.InvariantCulture) is not { Length: > 0 } value ? ""
        : tongue["; default ", "；默认 "] + $"`{value}`";

    private static string Escaped(string? text) => (text ?? "").Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
