using System.Runtime.InteropServices;

namespace GovReportIngest.Reading.Interop;

/// <summary>
/// Leptonica 1.82 (<c>liblept.so.5</c>), as far as it is used here. A Pix is reference-counted and freed by <c>pixDestroy</c>,
/// which takes the address of the pointer. Functions return null, or 1 for int results, on failure.
/// </summary>
internal static unsafe partial class Leptonica
{
    internal const int FormatJpeg = 2;
    internal const int FormatPng = 3;
    internal const int FormatTiffG4 = 8;
    internal const int Severe = 6;

    private const string Library = "liblept.so.5";

    [LibraryImport(Library)]
    internal static partial nint getLeptonicaVersion();

    [LibraryImport(Library)]
    internal static partial void lept_free(nint memory);

    [LibraryImport(Library)]
    internal static partial int setMsgSeverity(int severity);

    [LibraryImport(Library)]
    internal static partial void pixDestroy(ref nint pix);

    [LibraryImport(Library)]
    internal static partial Pix pixCreate(int width, int height, int depth);

    [LibraryImport(Library)]
    internal static partial Pix pixClone(Pix pix);

    [LibraryImport(Library)]
    internal static partial Pix pixCopy(nint destination, Pix source);

    [LibraryImport(Library)]
    internal static partial int pixGetWidth(Pix pix);

    [LibraryImport(Library)]
    internal static partial int pixGetHeight(Pix pix);

    [LibraryImport(Library)]
    internal static partial int pixGetDepth(Pix pix);

    [LibraryImport(Library)]
    internal static partial int pixGetWpl(Pix pix);

    [LibraryImport(Library)]
    internal static partial uint* pixGetData(Pix pix);

    [LibraryImport(Library)]
    internal static partial int pixGetXRes(Pix pix);

    [LibraryImport(Library)]
    internal static partial int pixGetYRes(Pix pix);

    [LibraryImport(Library)]
    internal static partial int pixSetResolution(Pix pix, int horizontal, int vertical);

    [LibraryImport(Library)]
    internal static partial nint pixGetColormap(Pix pix);

    [LibraryImport(Library)]
    internal static partial Pix pixRemoveColormap(Pix pix, int type);

    [LibraryImport(Library)]
    internal static partial Pix pixReadMem(byte* data, nuint size);

    [LibraryImport(Library)]
    internal static partial Pix pixReadMemTiff(byte* data, nuint size, int page);

    [LibraryImport(Library)]
    internal static partial int pixReadHeaderMem(byte* data, nuint size, out int format, out int width, out int height, out int bitsPerSample, out int samplesPerPixel, out int hasColormap);

    [LibraryImport(Library)]
    internal static partial int readHeaderMemTiff(byte* data, nuint size, int page, out int width, out int height, out int bitsPerSample, out int samplesPerPixel, out int resolution, out int hasColormap, out int format);

    [LibraryImport(Library)]
    internal static partial int pixWriteMem(out nint data, out nuint size, Pix pix, int format);

    [LibraryImport(Library)]
    internal static partial int pixWriteMemJpeg(out nint data, out nuint size, Pix pix, int quality, int progressive);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int pixWriteTiff(string path, Pix pix, int compression, string mode);

    [LibraryImport(Library)]
    internal static partial Pix pixConvertTo8(Pix pix, int withColormap);

    [LibraryImport(Library)]
    internal static partial Pix pixConvertTo32(Pix pix);

    [LibraryImport(Library)]
    internal static partial Pix pixScale(Pix pix, float horizontal, float vertical);

    [LibraryImport(Library)]
    internal static partial Pix pixScaleSmooth(Pix pix, float horizontal, float vertical);

    /// <summary>Turns by radians, clockwise positive. type: 1 area map, 2 shear, 3 sampling; incolor: 1 white, 2 black.</summary>
    [LibraryImport(Library)]
    internal static partial Pix pixRotate(Pix pix, float radians, int type, int incolor, int width, int height);

    /// <summary>Turns by quarters, clockwise.</summary>
    [LibraryImport(Library)]
    internal static partial Pix pixRotateOrth(Pix pix, int quarters);

    [LibraryImport(Library)]
    internal static partial int pixFindSkewSweepAndSearch(Pix binary, out float degrees, out float confidence, int sweepReduction, int searchReduction, float sweepRange, float sweepDelta, float minimumSearchDelta);

    [LibraryImport(Library)]
    internal static partial Pix pixThresholdToBinary(Pix grey, int threshold);

    [LibraryImport(Library)]
    internal static partial Pix pixDilateBrick(nint destination, Pix binary, int horizontal, int vertical);

    [LibraryImport(Library)]
    internal static partial Pix pixSubtract(nint destination, Pix left, Pix right);

    [LibraryImport(Library)]
    internal static partial Pix pixOr(nint destination, Pix left, Pix right);

    [LibraryImport(Library)]
    internal static partial Pix pixAnd(nint destination, Pix left, Pix right);

    [LibraryImport(Library)]
    internal static partial Pix pixInvert(nint destination, Pix pix);

    [LibraryImport(Library)]
    internal static partial Pix pixSeedfillBinary(nint destination, Pix seed, Pix mask, int connectivity);

    [LibraryImport(Library)]
    internal static partial nint pixConnComp(Pix binary, nint pixaOut, int connectivity);

    [LibraryImport(Library)]
    internal static partial int boxaGetCount(nint boxes);

    [LibraryImport(Library)]
    internal static partial int boxaGetBoxGeometry(nint boxes, int index, out int x, out int y, out int width, out int height);

    [LibraryImport(Library)]
    internal static partial void boxaDestroy(ref nint boxes);

    [LibraryImport(Library)]
    internal static partial nint boxCreate(int x, int y, int width, int height);

    [LibraryImport(Library)]
    internal static partial void boxDestroy(ref nint box);

    [LibraryImport(Library)]
    internal static partial Pix pixClipRectangle(Pix pix, nint box, nint actualBox);

    [LibraryImport(Library)]
    internal static partial Pix pixAddBorderGeneral(Pix pix, int left, int right, int top, int bottom, uint value);

    [LibraryImport(Library)]
    internal static partial int pixSetAll(Pix pix);

    [LibraryImport(Library)]
    internal static partial int pixRasterop(Pix destination, int x, int y, int width, int height, int operation, Pix source, int sourceX, int sourceY);

    /// <summary>For operations without a source, which is then 0: a null <see cref="Pix"/> cannot be marshalled.</summary>
    [LibraryImport(Library)]
    internal static partial int pixRasterop(Pix destination, int x, int y, int width, int height, int operation, nint source, int sourceX, int sourceY);

    [LibraryImport(Library)]
    internal static partial int pixCountPixels(Pix binary, out int count, nint table);

    [LibraryImport(Library)]
    internal static partial int pixZero(Pix binary, out int isEmpty);
}
