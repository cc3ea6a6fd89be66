namespace GovReportIngest.SampleGenerator.Reports;

internal sealed record ValueColumn(string Key, string Label);

/// <summary>A row of table 3; <see cref="Group"/> is the block it stands in (<c>（三）不予公开</c>), null outside a block.</summary>
internal sealed record RequestRow(string Key, string Label, string? Group, bool IsResult);

internal sealed record ValueRow(string Key, string Label);

/// <summary>One block of table 2 under its own header line.</summary>
internal sealed record DisclosureBlock(string Header, IReadOnlyList<ValueColumn> Columns, IReadOnlyList<ValueRow> Rows);

/// <summary>Labels and keys of the national form: facts of the published format, generation 2021 or 2019.</summary>
internal sealed record FormShape(string Id, IReadOnlyList<DisclosureBlock> Disclosure, IReadOnlyList<RequestRow> Requests)
{
    public static IReadOnlyList<ValueColumn> RequestColumns { get; } =
    [
        new("natural_person", "自然人"), new("commercial_enterprise", "商业企业"), new("research_institution", "科研机构"),
        new("public_welfare_org", "社会公益组织"), new("legal_service_org", "法律服务机构"), new("other_org", "其他"), new("total", "总计"),
    ];

    public static IReadOnlyList<string> CourtBlocks { get; } = ["review", "litigation_direct", "litigation_after_review"];

    public static IReadOnlyList<ValueColumn> CourtColumns { get; } =
    [
        new("upheld", "结果维持"), new("corrected", "结果纠正"), new("other_result", "其他结果"), new("pending", "尚未审结"), new("total", "总计"),
    ];

    public const string Corner = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

    public static FormShape Of2021 { get; } = new("cn-gov-disclosure-annual/2021", Disclosure2021(), Rows(SplitOther()));

    /// <summary>The 2021 form with the one-row （六） of 2019, as some reports of 2023 and 2024 print it.</summary>
    public static FormShape Of2021WithOneOtherRow { get; } = Of2021 with { Requests = Rows(OneOther()) };

    public static FormShape Of2019 { get; } = new("cn-gov-disclosure-annual/2019", Disclosure2019(), Rows(OneOther()));

    private static DisclosureBlock[] Disclosure2021() =>
    [
        new("第二十条第（一）项", [new("issued", "本年制发件数"), new("repealed", "本年废止件数"), new("in_force", "现行有效件数")],
            [new("regulations", "规章"), new("normative_documents", "行政规范性文件")]),
        new("第二十条第（五）项", [new("decisions", "本年处理决定数量")], [new("licensing", "行政许可")]),
        new("第二十条第（六）项", [new("decisions", "本年处理决定数量")], [new("penalty", "行政处罚"), new("coercion", "行政强制")]),
        new("第二十条第（八）项", [new("amount_wan_yuan", "本年收费金额（单位：万元）")], [new("fees", "行政事业性收费")]),
    ];

    private static DisclosureBlock[] Disclosure2019()
    {
        ValueColumn[] changes = [new("prior_year_items", "上一年项目数量"), new("change", "本年增/减"), new("decisions", "处理决定数量")];
        return
        [
            new("第二十条第（一）项", [new("newly_made", "本年新制作数量"), new("newly_disclosed", "本年新公开数量"), new("total_disclosed", "对外公开总数量")],
                [new("regulations", "规章"), new("normative_documents", "规范性文件")]),
            new("第二十条第（五）项", changes, [new("licensing", "行政许可"), new("other_services", "其他对外管理服务事项")]),
            new("第二十条第（六）项", changes, [new("penalty", "行政处罚"), new("coercion", "行政强制")]),
            new("第二十条第（八）项", changes[..2], [new("fees", "行政事业性收费")]),
            new("第二十条第（九）项", [new("projects", "采购项目数量"), new("total_amount", "采购总金额")], [new("procurement", "政府集中采购")]),
        ];
    }

    private static RequestRow[] SplitOther() =>
    [
        new("other_no_correction", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "（六）其他处理", true),
        new("other_unpaid", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "（六）其他处理", true),
        new("other_other", "3.其他", "（六）其他处理", true),
    ];

    private static RequestRow[] OneOther() => [new("other_processing", "（六）其他处理", null, true)];

    private static RequestRow[] Rows(RequestRow[] other) =>
    [
        new("new_received", "一、本年新收政府信息公开申请数量", null, false),
        new("carried_over", "二、上年结转政府信息公开申请数量", null, false),
        new("granted", "（一）予以公开", null, true),
        new("partial_grant", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", null, true),
        .. Block("（三）不予公开", "denied_", ("state_secret", "1.属于国家秘密"), ("law_forbidden", "2.其他法律行政法规禁止公开"),
            ("safety_stability", "3.危及“三安全一稳定”"), ("third_party", "4.保护第三方合法权益"), ("internal_affairs", "5.属于三类内部事务信息"),
            ("process_info", "6.属于四类过程性信息"), ("enforcement_file", "7.属于行政执法案卷"), ("admin_query", "8.属于行政查询事项")),
        .. Block("（四）无法提供", "unable_", ("not_held", "1.本机关不掌握相关政府信息"), ("need_creation", "2.没有现成信息需要另行制作"),
            ("unclear", "3.补正后申请内容仍不明确")),
        .. Block("（五）不予处理", "rejected_", ("petition", "1.信访举报投诉类申请"), ("repeat", "2.重复申请"), ("publication", "3.要求提供公开出版物"),
            ("massive", "4.无正当理由大量反复申请"), ("confirm_reissue", "5.要求行政机关确认或重新出具已获取信息")),
        .. other,
        new("total_processed", "（七）总计", null, false),
        new("carried_forward", "四、结转下年度继续办理", null, false),
    ];

    private static IEnumerable<RequestRow> Block(string group, string prefix, params (string Key, string Label)[] rows) =>
        rows.Select(row => new RequestRow(prefix + row.Key, row.Label, group, true));
}
