using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using GovReportIngest.Cli;
using GovReportIngest.Cli.Estimate;
using GovReportIngest.Core.Speech;
using GovReportIngest.TestKit;

namespace GovReportIngest.Journey.Tests.Documentation;

/// <summary>docs/cli.md has every verb, option and exit code that the program has, and no other.</summary>
public sealed partial class CliGuideTests
{
    private static readonly Guide Guide = new("cli.md");
    private static readonly RootCommand Root = CommandLine.Root(new Tongue(isChinese: false));

    /// <summary>Verbs with the options of their own; a verb below another is named with it.</summary>
    private static IEnumerable<(string Verb, IReadOnlyList<Option> Options)> Verbs(Command command, string prefix = "") =>
        command.Subcommands.Where(verb => !verb.Hidden).SelectMany(verb => verb.Subcommands.Count > 0
            ? Verbs(verb, $"{prefix}{verb.Name} ")
            : [($"{prefix}{verb.Name}", [.. verb.Options.Where(option => !option.Hidden && !IsEverywhere(option))])]);

    [Fact]
    public void Every_verb_has_a_section_with_its_options_and_no_others()
    {
        var verbs = Verbs(Root).ToList();

        Assert.True(verbs.Count >= 3);
        foreach (var (verb, options) in verbs)
            Assert.Equal(
                options.Select(option => option.Name).Order(StringComparer.Ordinal),
                Guide.RowsBelow($"## {verb}").Select(row => row.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_section_of_a_verb_is_a_verb_of_the_program_and_stands_in_the_list()
    {
        var verbs = Verbs(Root).Select(verb => verb.Verb).Order(StringComparer.Ordinal).ToList();
        string[] others = ["Everywhere", "Exit codes", "Environment"];

        Assert.Equal(verbs, Section().Matches(Guide.Text).Select(section => section.Groups[1].Value).Except(others).Order(StringComparer.Ordinal));
        Assert.Equal(verbs, VerbInList().Matches(Guide.Text).Select(row => row.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Options_of_all_verbs_stand_once_and_short_names_with_the_long_ones()
    {
        var everywhere = Root.Options.Where(option => !option.Hidden).ToList();

        Assert.Equal(everywhere.Select(option => option.Name).Order(StringComparer.Ordinal), Guide.RowsBelow("## Everywhere").Select(row => row.Name).Order(StringComparer.Ordinal));
        foreach (var option in everywhere.Concat(Verbs(Root).SelectMany(verb => verb.Options)))
            foreach (var alias in option.Aliases.Where(alias => alias.StartsWith('-') && alias != "/h" && alias != "/?"))
                Assert.Contains($"`{alias}`", Guide.Rows.First(row => row.Name == option.Name).Meaning, StringComparison.Ordinal);
    }

    [Fact]
    public void Defaults_and_allowed_words_are_told()
    {
        foreach (var (verb, option) in Verbs(Root).SelectMany(verb => verb.Options.Select(option => (verb.Verb, Option: option))).Where(pair => pair.Option.ValueType != typeof(bool)))
        {
            var meaning = Guide.RowsBelow($"## {verb}").First(row => row.Name == option.Name).Meaning;
            if (option.HasDefaultValue && option.Name != "--workers")
                Assert.Contains(Convert.ToString(option.GetDefaultValue(), CultureInfo.InvariantCulture)!, meaning, StringComparison.Ordinal);
            foreach (var word in option.GetCompletions(System.CommandLine.Completions.CompletionContext.Empty))
                Assert.Contains($"`{word.Label}`", meaning, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("reference.md", false)]
    [InlineData("reference.zh-CN.md", true)]
    public void The_reference_is_what_the_commands_tell(string page, bool isChinese)
    {
        var (file, told) = (Repository.PathOf("docs", page), CliReference.Write(new Tongue(isChinese)));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            File.WriteAllText(file, told);

        Assert.Equal(told, File.ReadAllText(file));
    }

    [Fact]
    public void Synopses_have_the_arguments_of_their_verbs_and_no_options_that_these_do_not_have()
    {
        foreach (var (verb, command) in Commands(Root))
        {
            var synopses = Synopsis().Matches(Guide.Text).Select(match => match.Value.Trim()).Where(line => line == $"govreport {verb}" || line.StartsWith($"govreport {verb} ", StringComparison.Ordinal)).ToList();
            Assert.True(synopses.Count > 0, verb);
            var known = command.Options.Concat(Root.Options).SelectMany(option => option.Aliases.Append(option.Name)).ToHashSet(StringComparer.Ordinal);
            Assert.All(synopses.SelectMany(line => OptionName().Matches(line)).Select(match => match.Value), option => Assert.Contains(option, known));
            Assert.All(command.Options.Where(option => option.Required), option => Assert.Contains(synopses, line => line.Contains(option.Name, StringComparison.Ordinal)));
            foreach (var argument in command.Arguments)
                Assert.True(synopses.Exists(line => line.Contains(argument.Name.ToUpperInvariant(), StringComparison.Ordinal)), $"{verb}: {argument.Name} in {string.Join(" / ", synopses)}");
        }
    }

    private static IEnumerable<(string Verb, Command Command)> Commands(Command command, string prefix = "") => command.Subcommands.Where(verb => !verb.Hidden)
        .SelectMany(verb => verb.Subcommands.Count > 0 ? Commands(verb, $"{prefix}{verb.Name} ") : [($"{prefix}{verb.Name}", verb)]);

    [Fact]
    public void Every_exit_code_is_described() =>
        Assert.Equal(
            Enum.GetValues<ExitCode>().Select(code => ((int)code).ToString(CultureInfo.InvariantCulture)),
            Guide.RowsBelow("## Exit codes").Select(row => row.Name));

    [Fact]
    public void Every_variable_that_changes_the_program_is_described()
    {
        var files = Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories).Append(Repository.PathOf("govreport"));
        var variables = files.SelectMany(file => Variable().Matches(File.ReadAllText(file))).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(variables, Guide.RowsBelow("## Environment").Select(row => row.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_member_of_an_estimate_is_described()
    {
        var forecast = Projection.Of([new("pdf", [new(new("a.pdf", ["/a.pdf"], false), 1)])], [new(0, 1, 1, 1, false, 0, false)]);
        var members = Member().Matches(EstimateJson.Write(forecast, 1)).Select(member => member.Groups[1].Value).Where(member => member != "schema");

        Assert.All(members, member => Assert.Contains(member, Guide.Names));
        Assert.Contains($"`{EstimateJson.SchemaId}`", Guide.Text, StringComparison.Ordinal);
    }

    private static bool IsEverywhere(Option option) => Root.Options.Any(other => other.Name == option.Name);

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex(@"^\| \[`([^`]+)`\]\(#", RegexOptions.Multiline)]
    private static partial Regex VerbInList();

    [GeneratedRegex("^govreport .+$", RegexOptions.Multiline)]
    private static partial Regex Synopsis();

    [GeneratedRegex("(?<= )--?[a-z][a-z-]*")]
    private static partial Regex OptionName();

    [GeneratedRegex("GOVREPORT_[A-Z_]+")]
    private static partial Regex Variable();

    [GeneratedRegex("\"([A-Za-z]+)\":")]
    private static partial Regex Member();
}
