using GovReportIngest.Core.Interpret.Metadata;

namespace GovReportIngest.Core.Tests.Interpret.Metadata;

/// <summary>Where the place ends that an agency's name begins with; names are of kinds that exist in the whole country.</summary>
public sealed class RegionNameTests
{
    [Theory]
    [InlineData("石门县教育局", "石门县")]
    [InlineData("平顶山市新华区政务服务和大数据管理局", "平顶山市新华区")]
    [InlineData("河南省发展和改革委员会", "河南省")]
    [InlineData("浙江省杭州市上城区人民政府办公室", "浙江省杭州市上城区")]
    [InlineData("杭州市财政局", "杭州市")]
    [InlineData("柳河市政务服务中心", "柳河市")]
    [InlineData("青松市民政局", "青松市")]
    [InlineData("石门县市场监督管理局", "石门县")]
    [InlineData("青松市市场监督管理局", "青松市")]
    [InlineData("青松市城市管理和综合执法局", "青松市")]
    [InlineData("盐城市城市管理局", "盐城市")]
    [InlineData("石门县住房和城乡建设局", "石门县")]
    [InlineData("石门县乡村振兴局", "石门县")]
    [InlineData("石门县城乡规划局", "石门县")]
    [InlineData("石门县行政区划和地名办公室", "石门县")]
    [InlineData("石门县社区服务中心", "石门县")]
    [InlineData("石门县灌区管理局", "石门县")]
    [InlineData("市中区教育局", "市中区")]
    [InlineData("乐山市市中区教育局", "乐山市市中区")]
    [InlineData("沙县区水利局", "沙县区")]
    [InlineData("镇江市审计局", "镇江市")]
    [InlineData("江苏省镇江市审计局", "江苏省镇江市")]
    [InlineData("景德镇市审计局", "景德镇市")]
    [InlineData("贵州省司法厅", "贵州省")]
    [InlineData("青松市市北区财政局", "青松市市北区")]
    [InlineData("石门县县政府办公室", "石门县")]
    [InlineData("石门县木镇镇人民政府", "石门县木镇镇")]
    [InlineData("广州市南沙区统计局", "广州市南沙区")]
    [InlineData("新市区审计局", "新市区")]
    [InlineData("新乡县审计局", "新乡县")]
    [InlineData("津市市民政局", "津市市")]
    [InlineData("荆州市沙市区财政局", "荆州市沙市区")]
    [InlineData("石门县市政管理局", "石门县")]
    [InlineData("石门县市容环境卫生中心", "石门县")]
    [InlineData("石门县县级机关事务服务中心", "石门县")]
    [InlineData("乡宁县统计局", "乡宁县")]
    [InlineData("内蒙古自治区锡林郭勒盟行政公署", "内蒙古自治区锡林郭勒盟")]
    [InlineData("准格尔旗财政局", "准格尔旗")]
    [InlineData("鄂温克族自治旗民政局", "鄂温克族自治旗")]
    [InlineData("黔南布依族苗族自治州财政局", "黔南布依族苗族自治州")]
    [InlineData("黔南州财政局", "黔南州")]
    [InlineData("长阳土家族自治县水利局", "长阳土家族自治县")]
    [InlineData("大兴安岭地区行政公署", "大兴安岭地区")]
    [InlineData("香港特别行政区政府", "香港特别行政区")]
    [InlineData("青松经济技术开发区管理委员会", "青松经济技术开发区")]
    [InlineData("郑州高新技术产业开发区管委会", "郑州高新技术产业开发区")]
    [InlineData("青松市江北新区管理委员会", "青松市江北新区")]
    [InlineData("苏州工业园区管理委员会", "苏州工业园区")]
    [InlineData("平潭综合实验区自然资源与生态环境局", "平潭综合实验区")]
    [InlineData("石门县望江镇人民政府", "石门县望江镇")]
    [InlineData("石门县古城乡人民政府", "石门县古城乡")]
    [InlineData("望江街道办事处", "望江街道")]
    [InlineData("呼和浩特市和林格尔县审计局", "呼和浩特市和林格尔县")]
    [InlineData("安和区卫生健康委员会", "安和区")]
    [InlineData("国家税务总局石门县税务局", "石门县")]
    [InlineData("中国人民银行石门县支行", "石门县")]
    [InlineData("中共石门县委办公室", "石门县")]
    [InlineData("伊和淖尔苏木人民政府", "伊和淖尔苏木")]
    public void The_place_at_the_beginning_is_the_region(string agency, string region)
    {
        Assert.Equal((region, true), RegionName.Of(agency) is var found ? (found.Text, found.IsSure) : default);
    }

    [Theory]
    [InlineData("国家统计局")]
    [InlineData("国务院办公厅")]
    [InlineData("财政部")]
    [InlineData("住房和城乡建设部")]
    [InlineData("中国残疾人联合会")]
    [InlineData("最高人民检察院")]
    [InlineData("教育局")]
    [InlineData("政务服务和大数据管理局")]
    public void A_name_without_a_place_has_none(string agency) => Assert.Equal((null, true), RegionName.Of(agency) is var found ? (found.Text, found.IsSure) : default);

    [Theory]
    [InlineData("国家统计局石门调查队")]
    [InlineData("中华人民共和国石门海关")]
    [InlineData("青松江灌区管理局")]
    public void A_place_without_a_rank_is_not_guessed(string agency) => Assert.Equal((null, false), RegionName.Of(agency) is var found ? (found.Text, found.IsSure) : default);

    [Fact]
    public void The_place_of_a_street_below_a_government_that_is_named_first_is_not_sure() =>
        Assert.Equal(("青松市上城区", false), RegionName.Of("青松市上城区人民政府望江街道办事处") is var found ? (found.Text, found.IsSure) : default);
}
