using Microsoft.Win32.SafeHandles;

namespace GovReportIngest.Reading.Interop;

/// <summary>Owns one reference to a Leptonica image of 1, 8 or 32 bits a pixel.</summary>
internal sealed class Pix : SafeHandleZeroOrMinusOneIsInvalid
{
    public Pix()
        : base(ownsHandle: true)
    {
    }

    public Pix(nint owned)
        : base(ownsHandle: true) => SetHandle(owned);

    public int Width => Leptonica.pixGetWidth(this);

    public int Height => Leptonica.pixGetHeight(this);

    /// <summary>Bits a pixel.</summary>
    public int Depth => Leptonica.pixGetDepth(this);

    public long Bytes => 4L * Leptonica.pixGetWpl(this) * Height;

    /// <summary>Dots per inch; 0 where the file does not say.</summary>
    public (int X, int Y) Resolution => (Leptonica.pixGetXRes(this), Leptonica.pixGetYRes(this));

    protected override bool ReleaseHandle()
    {
        var pix = handle;
        Leptonica.pixDestroy(ref pix);
        return true;
    }
}
