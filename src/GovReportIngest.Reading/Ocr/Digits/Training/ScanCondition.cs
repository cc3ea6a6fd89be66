namespace GovReportIngest.Reading.Ocr.Digits.Training;

/// <summary>How a clean sheet is made to look scanned. Resolutions in dots per inch; noise in grey levels; shade as a share of white.</summary>
internal sealed record ScanCondition(string Name, int DpiX, int DpiY)
{
    /// <summary>Passes of a small smoothing kernel.</summary>
    public int Blur { get; init; }

    public double Noise { get; init; }

    /// <summary>1–100; 0 is none.</summary>
    public int JpegQuality { get; init; }

    public double Shade { get; init; }

    /// <summary>Grey level of the ink.</summary>
    public int Ink { get; init; }

    /// <summary>Below 0 the ink loses, above 0 it gains this share of the pixels at its rim.</summary>
    public double Gain { get; init; }

    public bool IsBilevel { get; init; }

    /// <summary>What reports are measured under.</summary>
    public static IReadOnlyList<ScanCondition> All { get; } =
    [
        new("clean-300", 300, 300),
        new("scan-300", 300, 300) { Blur = 1, Noise = 6, JpegQuality = 75, Shade = 0.1 },
        new("shade-300", 300, 300) { Blur = 1, Noise = 8, JpegQuality = 60, Shade = 0.35, Ink = 70 },
        new("thin-300", 300, 300) { Noise = 6, Gain = -0.6 },
        new("thick-300", 300, 300) { Blur = 1, Noise = 6, Gain = 0.8 },
        new("scan-200", 200, 200) { Blur = 1, Noise = 6, JpegQuality = 70, Shade = 0.1 },
        new("noise-200", 200, 200) { Noise = 16, Ink = 50 },
        new("bilevel-200", 200, 200) { Noise = 8, IsBilevel = true },
        new("scan-150", 150, 150) { Blur = 1, Noise = 5, JpegQuality = 75 },
        new("fax-204x98", 204, 98) { Noise = 10, IsBilevel = true },
    ];
}
