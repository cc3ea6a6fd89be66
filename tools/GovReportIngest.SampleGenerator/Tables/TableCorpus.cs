using System.Globalization;
using GovReportIngest.SampleGenerator.Print;
using GovReportIngest.SampleGenerator.Scans;

namespace GovReportIngest.SampleGenerator.Tables;

/// <summary>
/// Documents with tables of all kinds, to measure how well any table is found: printed (<c>inbox/pdf</c>) and scanned in every condition.
/// The truth (<c>expected/pdf/NAME.pdf.tables.json</c>) is what <c>govreport tables</c> should write.
/// </summary>
internal sealed class TableCorpus(string root, Dice dice, IReadOnlyList<Condition> conditions)
{
    private static readonly string[] Fonts = ["Noto Serif CJK SC", "Noto Sans CJK SC", "WenQuanYi Zen Hei", "AR PL SungtiL GB", "AR PL KaitiM GB", "AR PL UMing CN", "WenQuanYi Micro Hei"];

    private static readonly string[] Sentences =
    [
        "各单位按照年初下达的任务逐项落实，按月报送进度。", "本期数据由基层站点汇总后逐级核对，个别口径与往年不同，已在附注中说明。",
        "下表列出各项目的安排和完成情况。", "受降雨偏多影响，部分工程顺延至下一季度。", "资金使用接受审计部门检查，未发现违规情形。", "统计范围包括县本级和全部乡镇，不含驻县单位。",
    ];

    public async Task WriteAsync(int first, int documents, CancellationToken cancellation)
    {
        await using var browser = await Chromium.StartAsync(cancellation);
        for (var number = first; number < first + documents; number++)
        {
            var own = dice.Child($"tables/{number}");
            var document = Invent($"tables-{number:D4}", own);
            Console.Error.WriteLine($"{document.Name}: {document.Look.Lines}, {document.Look.Font}");
            var pdf = await browser.PrintAsync(document.Html(), document.Look.Page, cancellation);
            Add($"pdf/{document.Name}.pdf", pdf, document.Truth());
            foreach (var condition in conditions)
            {
                using var printed = new PrintedPdf(pdf);
                Add($"{condition.Name}/{document.Name}{condition.Extension}", condition.File(printed, "石门县财政局", own.Child(condition.Name)), document.Truth());
            }
        }
    }

    internal static TableDocument Invent(string name, Dice own)
    {
        var lines = own.Pick(TableLines.All, TableLines.All, TableLines.Hairlines, TableLines.HeavyFrame, TableLines.HorizontalOnly, TableLines.HorizontalOnly, TableLines.Three, TableLines.Three, TableLines.None);
        var look = LookOf(lines, own.Child("look"));
        var tastes = own.Child("taste");
        var isGridless = lines is TableLines.None;
        var taste = new TableTaste(
            look.IsLandscape ? tastes.Next(3, 11) : tastes.Next(3, 8), tastes.Pick(6, 12, 30), tastes.Chance(isGridless ? 0.15 : 0.45), tastes.Chance(isGridless ? 0.1 : 0.3),
            tastes.Pick(0, 0, 0.1, 0.3), tastes.Pick(NumberStyle.Plain, NumberStyle.Plain, NumberStyle.Thousands, NumberStyle.Spaced, NumberStyle.Decimals, NumberStyle.Percent),
            tastes.Chance(0.25), tastes.Chance(0.3));
        var pieces = new List<FreePiece>();
        var tables = own.Next(1, 4);
        for (var table = 1; table <= tables; table++)
        {
            var part = own.Child(string.Create(CultureInfo.InvariantCulture, $"table/{table}"));
            pieces.Add(new FreePiece.Words($"{"一二三四五"[table - 1]}、{part.Pick("年度收支情况", "重点工作进展", "主要指标", "分项明细")}", IsHeading: true));
            for (var sentence = part.Next(1, 5); sentence > 0; sentence--)
                pieces.Add(new FreePiece.Words(string.Concat(Enumerable.Range(0, part.Next(1, 4)).Select(_ => part.Pick<string>(Sentences))), IsHeading: false));
            pieces.Add(new FreePiece.Grid(FreeTables.Invent(taste, part), $"表{table} {part.Pick("收支情况表", "统计表", "明细表")}"));
        }

        return new(name, look, pieces);
    }

    private static TableLook LookOf(TableLines lines, Dice dice) => new($"tables-{lines}", dice.Pick<string>(Fonts), lines)
    {
        Size = Math.Round(dice.Between(9.5, 13), 1),
        TableSize = Math.Round(dice.Between(7.5, 11.5), 1),
        Padding = Math.Round(dice.Between(1, 5), 1),
        NumberAlign = dice.Pick("right", "right", "center", "left"),
        LabelAlign = dice.Pick("left", "left", "center"),
        UnderlinesGroups = dice.Chance(0.8),
        RepeatsHeader = dice.Chance(0.5),
        IsLandscape = dice.Chance(0.2),
        HeaderShade = dice.Chance(0.3) ? dice.Pick("#e8e8e8", "#d6e4f0", "#f3ead3") : null,
        HasBoldHeader = dice.Chance(0.4),
        IsWide = dice.Chance(0.8),
    };

    private void Add(string path, byte[] document, byte[] truth)
    {
        void Write(string file, byte[] bytes)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }

        Write(Path.Combine(root, "inbox", path), document);
        Write(Path.Combine(root, "expected", path + ".tables.json"), truth);
    }
}
