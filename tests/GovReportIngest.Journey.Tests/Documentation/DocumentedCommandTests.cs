using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using System.Text.RegularExpressions;
using GovReportIngest.Cli;
using GovReportIngest.Core.Speech;
using GovReportIngest.TestKit;

namespace GovReportIngest.Journey.Tests.Documentation;

/// <summary>Commands that guides show: those of <c>sh</c> blocks run as they stand, all others are ones that the program takes.</summary>
public sealed partial class DocumentedCommandTests
{
    private static readonly RootCommand Root = CommandLine.Root(new Tongue(isChinese: false));

    private static IEnumerable<string> Pages => Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories).Append(Repository.PathOf("README.md")).Append(Repository.PathOf("README.zh-CN.md"))
        .Where(page => !page.Contains("/decisions/", StringComparison.Ordinal));

    /// <summary>Code blocks of a page with the language that they name.</summary>
    private static IEnumerable<(string Language, string Code)> BlocksOf(string page) => Block().Matches(File.ReadAllText(page)).Select(block => (block.Groups[1].Value, block.Groups[2].Value));

    /// <summary>With <c>--long</c> all, else the tour.</summary>
    public static TheoryData<string> Guides => Environment.GetEnvironmentVariable("GOVREPORT_LONG") is not { Length: > 0 } ? ["tour.md"] : [.. Directory.GetFiles(Repository.PathOf("docs", "guides"), "*.md").Select(file => Path.GetFileName(file)!).Where(name => !name.Contains(".zh-CN.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Guides))]
    public async Task Commands_of_guides_run_in_their_order_from_the_first_to_the_last(string guide)
    {
        var folder = Directory.CreateTempSubdirectory("govreport-guide-");
        try
        {
            Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "samples"), Repository.PathOf("samples"));
            var program = Path.Combine(folder.FullName, "govreport");
            await File.WriteAllTextAsync(program, $"#!/bin/sh\nexec {Path.Combine(AppContext.BaseDirectory, "govreport")} \"$@\"\n");
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            foreach (var (_, code) in BlocksOf(Repository.PathOf("docs", "guides", guide)).Where(block => block.Language == "sh"))
            {
                using var shell = Process.Start(new ProcessStartInfo("bash", ["-e", "-c", code]) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true })!;
                var said = await Task.WhenAll(shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
                await shell.WaitForExitAsync();
                Assert.True(shell.ExitCode == 0, $"{code}\n{said[0]}\n{said[1]}");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Guides_in_both_languages_have_the_same_commands()
    {
        foreach (var chinese in Directory.GetFiles(Repository.PathOf("docs", "guides"), "*.zh-CN.md"))
            Assert.Equal(BlocksOf(chinese.Replace(".zh-CN", "", StringComparison.Ordinal)), BlocksOf(chinese));
    }

    [Fact]
    public void Every_command_of_every_page_is_one_that_the_program_takes()
    {
        // The command line's own page has synopses, which another test compares.
        var commands = Pages.Where(page => !page.EndsWith("/cli.md", StringComparison.Ordinal)).SelectMany(page => BlocksOf(page).SelectMany(block => block.Code.Split('\n')).Select(line => (Page: page, Match: Command().Match(line))).Where(line => line.Match.Success)
            // Placeholders, and what is left out, are no commands.
            .Select(line => (line.Page, Text: line.Match.Groups[1].Value.Trim())).Where(line => !line.Text.Contains("...", StringComparison.Ordinal) && !line.Text.Contains('[', StringComparison.Ordinal))).ToList();

        Assert.True(commands.Count > 50, $"{commands.Count}");
        foreach (var (page, text) in commands)
        {
            var parsed = Root.Parse([.. CommandLineParser.SplitCommandLine(text)]);
            Assert.True(parsed.Errors.Count == 0, $"{Path.GetFileName(page)}: govreport {text}: {string.Join(' ', parsed.Errors.Select(error => error.Message))}");
        }
    }

    [Fact]
    public void Every_link_of_every_page_leads_somewhere()
    {
        foreach (var page in Pages)
            foreach (var link in Link().Matches(File.ReadAllText(page)).Select(match => match.Groups[1].Value).Where(link => !link.Contains("://", StringComparison.Ordinal) && !link.StartsWith('#')))
                Assert.True(Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, link.Split('#')[0])), $"{Path.GetRelativePath(Repository.Root, page)}: {link}");
    }

    [GeneratedRegex("^```([a-z]*)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^(?:\./)?govreport (.*?)(?:\s#.*|\s[|>].*)?$")]
    private static partial Regex Command();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
