using System.Text;

namespace GovReportIngest.Reading.Pdf;

/// <summary>
/// Some producers map a glyph to the Kangxi radical that looks the same (⼈ for 人). The print does not differ, so the
/// characters U+2F00–U+2FD5 become the unified ideographs of their compatibility decompositions (Unicode, UnicodeData.txt);
/// bullets of symbol fonts become the bullets they look like.
/// </summary>
internal static class RadicalFolding
{
    private const string Unified =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

    /// <summary>U+2E80 block: the radicals whose simplified forms are common characters.</summary>
    private const string Supplement = "⺟母⺠民⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻩黄⻬齐⻮齿⻰龙⻳龟";

    /// <summary>Bullets that word processors take from Symbol and Wingdings, which PDF producers leave in the private use area.</summary>
    private const string Bullets = "\uF0B7•\uF06C●\uF09F•\uF0A7▪\uF06E■\uF0D8➢\uF0FC✓\uF075◆";

    internal static bool IsBullet(Rune rune) => rune.Value is >= 0xF000 and < 0xF100 && Bullets.Contains((char)rune.Value, StringComparison.Ordinal);

    internal static Rune Fold(Rune rune)
    {
        if (IsBullet(rune))
            return new Rune(Bullets[Bullets.IndexOf((char)rune.Value, StringComparison.Ordinal) + 1]);
        if (rune.Value is >= 0x2F00 and <= 0x2FD5)
            return new Rune(Unified[rune.Value - 0x2F00]);
        var place = rune.Value is >= 0x2E80 and < 0x2F00 ? Supplement.IndexOf((char)rune.Value, StringComparison.Ordinal) : -1;
        return place >= 0 ? new Rune(Supplement[place + 1]) : rune;
    }
}
