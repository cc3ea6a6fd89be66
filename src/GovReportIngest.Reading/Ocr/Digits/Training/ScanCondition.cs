namespace GovReportIngest.Reading.Ocr.Digits.Training;

internal enum ScanDepth
{
    Grey,

    /// <summary>One threshold for the whole sheet, as copiers and fax machines do.</summary>
    Threshold,

    /// <summary>A threshold by neighbourhood, as scanner software does.</summary>
    LocalThreshold,
}

/// <summary>How a clean sheet is made to look scanned. Resolutions in dots per inch; noise in grey levels; shade as a share of white.</summary>
internal sealed record ScanCondition(string Name, int DpiX, int DpiY)
{
    /// <summary>Deviation of the lens's blur in pixels of the drawing.</summary>
    public double Blur { get; init; }

    public double Noise { get; init; }

    /// <summary>1–100; 0 is none.</summary>
    public int JpegQuality { get; init; }

    /// <summary>Darkening towards one edge.</summary>
    public double Shade { get; init; }

    /// <summary>Slow clouds and fine grain of the paper, grey levels.</summary>
    public double Texture { get; init; }

    /// <summary>Grey level of the ink.</summary>
    public int Ink { get; init; }

    /// <summary>Toner that fades in clouds, up to this share of the ink.</summary>
    public double Fade { get; init; }

    /// <summary>Below 0 the ink loses, above 0 it gains this share of the pixels at its rim.</summary>
    public double Gain { get; init; }

    /// <summary>Largest turn on the glass, degrees: page repair turns it back and leaves a soft picture.</summary>
    public double Skew { get; init; }

    /// <summary>What the other side of the sheet darkens.</summary>
    public double ShowThrough { get; init; }

    /// <summary>What removal of a colour seal leaves, grey levels.</summary>
    public int SealResidue { get; init; }

    /// <summary>Specks on the sheet.</summary>
    public int Dust { get; init; }

    public ScanDepth Depth { get; init; }

    /// <summary>Digits stand against the rules.</summary>
    public bool IsCrowded { get; init; }

    /// <summary>What reports are measured under.</summary>
    public static IReadOnlyList<ScanCondition> All { get; } =
    [
        new("clean-300", 300, 300),
        new("office-300", 300, 300) { Blur = 0.75, Noise = 3, Texture = 10, JpegQuality = 75, Gain = 0.2, Skew = 0.4 },
        new("sealed-300", 300, 300) { Blur = 0.8, Noise = 3, Texture = 14, JpegQuality = 60, Skew = 0.5, SealResidue = 60 },
        new("thin-300", 300, 300) { Noise = 6, Gain = -0.6, Skew = 0.3 },
        new("thick-300", 300, 300) { Blur = 0.7, Noise = 6, Gain = 0.8 },
        new("copied-300", 300, 300) { Blur = 1.1, Noise = 10, Gain = 0.5, Skew = 0.8, Dust = 120, Depth = ScanDepth.Threshold },
        new("office-200", 200, 200) { Blur = 0.5, Noise = 3, Texture = 10, JpegQuality = 70, Gain = 0.2, Skew = 0.7 },
        new("skewed-200", 200, 200) { Blur = 0.7, Noise = 4, Texture = 16, JpegQuality = 55, Skew = 3, IsCrowded = true },
        new("shaded-200", 200, 200) { Blur = 0.6, Noise = 4, Texture = 24, JpegQuality = 60, Shade = 0.55, Skew = 1.2, Ink = 30 },
        new("faded-200", 200, 200) { Noise = 3, Texture = 12, JpegQuality = 65, Gain = -0.3, Fade = 0.5, Skew = 0.6 },
        new("show-through-200", 200, 200) { Blur = 0.6, Noise = 3, Texture = 18, JpegQuality = 70, ShowThrough = 0.16, Skew = 0.5 },
        new("noise-200", 200, 200) { Noise = 16, Ink = 50, Skew = 0.3 },
        new("bilevel-200", 200, 200) { Blur = 0.5, Noise = 5, Skew = 0.4, Depth = ScanDepth.LocalThreshold },
        new("office-150", 150, 150) { Blur = 0.4, Noise = 3, Texture = 10, JpegQuality = 65, Gain = 0.2, Skew = 0.5 },
        new("fax-204x98", 204, 98) { Blur = 0.9, Noise = 8, Skew = 0.5, Dust = 20, Depth = ScanDepth.Threshold },
        new("fax-204x196", 204, 196) { Blur = 0.9, Noise = 8, Skew = 0.5, Dust = 20, Depth = ScanDepth.Threshold },
    ];

    /// <summary>Fax machines see the sheet finer than they send it.</summary>
    public (int X, int Y) DrawingDpi => DpiX == DpiY ? (DpiX, DpiY) : (300, 300);
}
