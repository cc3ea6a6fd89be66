using System.Runtime.InteropServices;

namespace GovReportIngest.Reading.Interop;

/// <summary>Tesseract 5 through its C interface. Texts are freed by <c>TessDeleteText</c>; a result iterator by its own delete.</summary>
internal static partial class Tesseract
{
    internal const int LstmOnly = 1;

    private const string Library = "libtesseract.so.5";

    /// <summary>Static storage; never freed.</summary>
    [LibraryImport(Library)]
    internal static partial nint TessVersion();

    [LibraryImport(Library)]
    internal static partial TesseractEngine TessBaseAPICreate();

    [LibraryImport(Library)]
    internal static partial void TessBaseAPIEnd(nint engine);

    [LibraryImport(Library)]
    internal static partial void TessBaseAPIDelete(nint engine);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int TessBaseAPIInit2(TesseractEngine engine, string? dataPath, string language, int mode);

    [LibraryImport(Library)]
    internal static partial nint TessBaseAPIGetDatapath(TesseractEngine engine);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int TessBaseAPISetVariable(TesseractEngine engine, string name, string value);

    [LibraryImport(Library)]
    internal static partial void TessBaseAPISetPageSegMode(TesseractEngine engine, int mode);

    [LibraryImport(Library)]
    internal static partial void TessBaseAPISetImage2(TesseractEngine engine, Pix image);

    [LibraryImport(Library)]
    internal static partial void TessBaseAPISetRectangle(TesseractEngine engine, int left, int top, int width, int height);

    [LibraryImport(Library)]
    internal static partial void TessBaseAPISetSourceResolution(TesseractEngine engine, int dpi);

    [LibraryImport(Library)]
    internal static partial int TessBaseAPIRecognize(TesseractEngine engine, nint monitor);

    [LibraryImport(Library)]
    internal static partial int TessBaseAPIMeanTextConf(TesseractEngine engine);

    [LibraryImport(Library)]
    internal static partial nint TessBaseAPIGetIterator(TesseractEngine engine);

    [LibraryImport(Library)]
    internal static partial void TessBaseAPIClear(TesseractEngine engine);

    [LibraryImport(Library)]
    internal static partial void TessDeleteText(nint text);

    [LibraryImport(Library)]
    internal static partial void TessResultIteratorDelete(nint iterator);

    /// <summary>Part of the result iterator, not freed by itself.</summary>
    [LibraryImport(Library)]
    internal static partial nint TessResultIteratorGetPageIterator(nint iterator);

    [LibraryImport(Library)]
    internal static partial nint TessResultIteratorGetUTF8Text(nint iterator, int level);

    [LibraryImport(Library)]
    internal static partial float TessResultIteratorConfidence(nint iterator, int level);

    [LibraryImport(Library)]
    internal static partial int TessResultIteratorNext(nint iterator, int level);

    [LibraryImport(Library)]
    internal static partial int TessPageIteratorIsAtBeginningOf(nint iterator, int level);

    [LibraryImport(Library)]
    internal static partial int TessPageIteratorBoundingBox(nint iterator, int level, out int left, out int top, out int right, out int bottom);

    [LibraryImport(Library)]
    internal static partial int TessBaseAPIDetectOrientationScript(TesseractEngine engine, out int degrees, out float orientationConfidence, out nint script, out float scriptConfidence);
}
