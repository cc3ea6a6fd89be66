using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace GovReportIngest.Reading.Interop;

/// <summary>One recognised symbol (character) with its box in pixels of the image given.</summary>
internal readonly record struct OcrSymbol(string Text, float Confidence, int Left, int Top, int Right, int Bottom, bool StartsWord, bool StartsLine);

/// <summary>How Tesseract cuts an image into lines (<c>--psm</c>).</summary>
internal enum PageSegmentation
{
    OrientationOnly = 0,
    Automatic = 3,
    SingleColumn = 4,
    SingleBlock = 6,
    SingleLine = 7,
    SingleWord = 8,
    Sparse = 11,
    RawLine = 13,
}

/// <summary>A warm recognition engine: one language, one thread.</summary>
internal sealed class TesseractEngine() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    private const int LineLevel = 2;
    private const int WordLevel = 3;
    private const int SymbolLevel = 4;

    /// <summary>Starts an engine (<c>eng</c>, <c>chi_sim</c>, …); <paramref name="whitelist"/> limits what it may read.</summary>
    /// <exception cref="NativeFailureException">The language data are missing: <c>doctor</c> says the remedy.</exception>
    public static TesseractEngine Start(string language, string? whitelist = null, string? dataFolder = null)
    {
        var engine = Tesseract.TessBaseAPICreate();
        if (engine.IsInvalid || Tesseract.TessBaseAPIInit2(engine, dataFolder, language, Tesseract.LstmOnly) != 0)
        {
            engine.Dispose();
            throw new NativeFailureException($"TessBaseAPIInit2({language})");
        }

        engine.Set("debug_file", "/dev/null");
        if (whitelist is not null)
            engine.Set("tessedit_char_whitelist", whitelist);
        return engine;
    }

    public static string Version() => Marshal.PtrToStringUTF8(Tesseract.TessVersion()) ?? "";

    /// <summary>Folder of the language data in use.</summary>
    public string DataFolder() => Marshal.PtrToStringUTF8(Tesseract.TessBaseAPIGetDatapath(this)) ?? "";

    public void Set(string variable, string value)
    {
        if (Tesseract.TessBaseAPISetVariable(this, variable, value) == 0)
            throw new NativeFailureException($"TessBaseAPISetVariable({variable})");
    }

    /// <summary>Recognises an image; symbols come in Tesseract's reading order.</summary>
    public List<OcrSymbol> Recognise(Pix image, PageSegmentation segmentation, int dpi)
    {
        Tesseract.TessBaseAPISetPageSegMode(this, (int)segmentation);
        Tesseract.TessBaseAPISetImage2(this, image);
        Tesseract.TessBaseAPISetSourceResolution(this, dpi);
        try
        {
            return Tesseract.TessBaseAPIRecognize(this, 0) == 0 ? Symbols() : [];
        }
        finally
        {
            Tesseract.TessBaseAPIClear(this);
        }
    }

    private List<OcrSymbol> Symbols()
    {
        var symbols = new List<OcrSymbol>();
        var iterator = Tesseract.TessBaseAPIGetIterator(this);
        if (iterator == 0)
            return symbols;
        try
        {
            var place = Tesseract.TessResultIteratorGetPageIterator(iterator);
            do
                if (Symbol(iterator, place) is { } symbol)
                    symbols.Add(symbol);
            while (Tesseract.TessResultIteratorNext(iterator, SymbolLevel) != 0);
        }
        finally
        {
            Tesseract.TessResultIteratorDelete(iterator);
        }

        return symbols;
    }

    private static OcrSymbol? Symbol(nint iterator, nint place)
    {
        var text = Tesseract.TessResultIteratorGetUTF8Text(iterator, SymbolLevel);
        if (text == 0)
            return null;
        var characters = Marshal.PtrToStringUTF8(text)!;
        Tesseract.TessDeleteText(text);
        if (Tesseract.TessPageIteratorBoundingBox(place, SymbolLevel, out var left, out var top, out var right, out var bottom) == 0)
            return null;
        return new(characters, Tesseract.TessResultIteratorConfidence(iterator, SymbolLevel), left, top, right, bottom,
            Tesseract.TessPageIteratorIsAtBeginningOf(place, WordLevel) != 0, Tesseract.TessPageIteratorIsAtBeginningOf(place, LineLevel) != 0);
    }

    protected override bool ReleaseHandle()
    {
        Tesseract.TessBaseAPIEnd(handle);
        Tesseract.TessBaseAPIDelete(handle);
        return true;
    }
}
