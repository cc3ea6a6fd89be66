using System.CommandLine;
using GovReportIngest.Core.Speech;
using GovReportIngest.Storage.Documents;
using GovReportIngest.Storage.Queries;

namespace GovReportIngest.Cli.Store;

/// <summary>Which documents of a store a verb is about.</summary>
internal sealed class FilterOptions
{
    private readonly Option<string?> state;
    private readonly Option<string?> agency;
    private readonly Option<int?> year;
    private readonly Option<string?> form;
    private readonly Option<string?> tag;

    public FilterOptions(Tongue tongue)
    {
        state = new("--state") { Description = tongue["Only documents in this state", "只限此状态的文件"] };
        state.AcceptOnlyFromAmong([.. WorkStates.Codes]);
        agency = new("--agency") { Description = tongue["Only agencies whose name holds this", "只限名称含此文字的机关"] };
        year = new("--year") { Description = tongue["Only reports of this year", "只限此年度的报告"] };
        tag = new("--tag") { Description = tongue["Only documents with this tag", "只限带此标签的文件"] };
        form = new("--form") { Description = tongue["Only reports of this form", "只限此表式的报告"] };
    }

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { state, agency, year, form, tag })
            command.Options.Add(option);
    }

    public RecordFilter Read(ParseResult parsed) => new()
    {
        State = parsed.GetValue(state) is { } code ? Enum.GetValues<WorkState>().Single(value => WorkStates.CodeOf(value) == code) : null,
        Agency = parsed.GetValue(agency),
        Year = parsed.GetValue(year),
        Form = parsed.GetValue(form),
        Tag = parsed.GetValue(tag),
    };
}
