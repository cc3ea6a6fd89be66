using GovReportIngest.Core.Agencies;

namespace GovReportIngest.Core.Tests.Agencies;

public sealed class AgencyRegisterTests
{
    private static readonly RegisteredAgency Old = new()
    {
        Id = "A", Name = "白沙县国土局", FormerNames = ["白沙县土地局"], MisprintedNames = ["白沙县国士局"], ValidFrom = new(2000, 1, 1), ValidTo = new(2018, 12, 31), Successor = "B",
    };

    private static readonly RegisteredAgency New = new() { Id = "B", Name = "白沙县自然资源局", ValidFrom = new(2019, 1, 1) };

    private static readonly AgencyRegister Register = new([Old, New, new() { Id = "C", Name = "东洲区财政局" }]);

    [Theory]
    [InlineData("白沙县国土局", 2015, "A")]
    [InlineData("白沙县 国土局", 2015, "A")]
    [InlineData("白沙县土地局", 2015, "A")]
    [InlineData("白沙县国士局", 2015, "A")]
    [InlineData("白沙县国土局", 2018, "A")]
    [InlineData("白沙县国土局", 2021, "B")]
    [InlineData("白沙县自然资源局", 2021, "B")]
    [InlineData("白沙县国土局", null, "A")]
    public void A_name_means_the_agency_that_reports_for_the_year(string printed, int? year, string id) =>
        Assert.Equal(new AgencyMatch.Found(id), Register.Match(printed, year));

    [Theory]
    [InlineData("国土局", 2015)]
    [InlineData("白沙县国土局服务中心", 2015)]
    [InlineData("白沙县国地局", 2015)]
    public void A_name_that_is_only_alike_is_unknown(string printed, int year) =>
        Assert.Empty(Assert.IsType<AgencyMatch.Unknown>(Register.Match(printed, year)).Elsewhen);

    [Fact]
    public void An_agency_that_did_not_exist_yet_is_named() =>
        Assert.Equal([New], Assert.IsType<AgencyMatch.Unknown>(Register.Match("白沙县自然资源局", 2017)).Elsewhen);

    [Fact]
    public void Two_agencies_of_one_name_are_ambiguous_only_while_both_exist()
    {
        var other = new RegisteredAgency { Id = "D", Name = "东洲区财政局", ValidFrom = new(2020, 7, 1) };
        var register = new AgencyRegister([.. Register.Agencies, other]);

        Assert.Equal(new AgencyMatch.Found("C"), register.Match("东洲区财政局", 2019));
        Assert.Equal(["C", "D"], Assert.IsType<AgencyMatch.Ambiguous>(register.Match("东洲区财政局", 2020)).Agencies.Select(agency => agency.Id));
    }

    [Fact]
    public void The_name_of_one_agency_counts_more_than_a_former_name_of_another() =>
        Assert.Equal(new AgencyMatch.Found("C"), new AgencyRegister([.. Register.Agencies, new() { Id = "E", Name = "东洲区金融局", FormerNames = ["东洲区财政局"] }]).Match("东洲区财政局", 2020));

    [Fact]
    public void What_is_asked_names_what_the_register_has()
    {
        Assert.Null(RegisterItems.Of(Register.Match("东洲区财政局", 2020), "东洲区财政局"));
        Assert.Equal("The register has no agency \"某局\".", RegisterItems.Of(Register.Match("某局", 2020), "某局")!.Detail);
        Assert.Equal((RegisterItems.AgencyUnknown, "The register has \"白沙县自然资源局\" for other years only: B 白沙县自然资源局."),
            RegisterItems.Of(Register.Match("白沙县自然资源局", 2017), "白沙县自然资源局") is { } item ? (item.Reason, item.Detail) : default);
    }
}
