using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Read;

namespace GovReportIngest.WorkerTestHost;

internal sealed partial class ScriptedDocument(string[] script) : IOpenDocument
{
    private static int performed;

    public string MediaType => "text/x-script";

    public int PageCount => script.Length;

    public IReadOnlyList<Problem> Problems { get; } = [];

    public IAsyncEnumerable<ReadPage> ReadPagesAsync(CancellationToken cancellation) => ReadPagesFromAsync(1, cancellation);

    public async IAsyncEnumerable<ReadPage> ReadPagesFromAsync(int sourcePage, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var number = sourcePage; number <= script.Length; number++)
        {
            var text = Perform(script[number - 1]);
            yield return PageOf(number, text);
            await Task.Yield();
        }
    }

    public Task<IReadOnlyList<CellReading>> ReadCellsAsync(int page, IReadOnlyList<CellRequest> cells, CancellationToken cancellation)
    {
        if (script[page - 1] == "die at cells")
            abort();
        return Task.FromResult<IReadOnlyList<CellReading>>([.. cells.Select(CellOf)]);
    }

    public Task<byte[]?> DrawAsync(PageOverlay overlay, CancellationToken cancellation)
    {
        if (script[overlay.SourcePage - 1] == "die at picture")
            abort();
        return Task.FromResult<byte[]?>([(byte)overlay.SourcePage]);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string Perform(string line)
    {
        switch (line.Split(' ') is ["killed", ..] ? "killed" : line)
        {
            case "killed": DieUntil(line.Split(' ')); break;
            case "abort": abort(); break;
            case "segfault": Marshal.ReadByte(1); strlen(1); break;
            case "exit": Environment.Exit(0); break;
            case "throw": throw new InvalidOperationException("as the script says");
            case "hang": Thread.Sleep(Timeout.Infinite); break;
            case "spin": while (performed >= 0) performed &= 0xffff; break;
            case "allocate": return Allocate();
            case "allocate managed": return AllocateManaged();
            case "print": puts("native noise"); Console.WriteLine("managed noise"); break;
            case "huge": return new('页', 40_000_000);
            case "environment": return string.Join(';', Environment.GetEnvironmentVariables().Keys.Cast<string>().Order(StringComparer.Ordinal));
            case "status": return File.ReadAllText("/proc/self/status") + File.ReadAllText("/proc/self/limits");
            case "network": return string.Join(';', File.ReadLines("/proc/net/dev").Skip(2).Select(row => row.Split(':')[0].Trim()));
            case "process": return Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture);
            case "once": if (performed++ > 0) abort(); break;
        }

        return line;
    }

    /// <summary><c>killed 3 FILE</c>: kills itself the first three times.</summary>
    private static void DieUntil(string[] words)
    {
        File.AppendAllText(words[2], "x");
        if (new FileInfo(words[2]).Length <= int.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture))
            _ = kill(Environment.ProcessId, 9);
    }

    private static unsafe string Allocate()
    {
        for (var i = 0; i < 4096; i++)
            new Span<byte>(NativeMemory.Alloc(1 << 20), 1 << 20).Fill(1);
        return "4 GiB";
    }

    private static string AllocateManaged()
    {
        var kept = new List<byte[]>();
        for (var i = 0; i < 4096; i++)
            kept.Add(new byte[1 << 20]);
        return $"{kept.Count} MiB";
    }

    private static ReadPage PageOf(int number, string text) => new()
    {
        Number = number,
        SourcePage = number,
        Reading = PageReading.Ocr,
        Why = "script",
        Width = 595.3,
        Dpi = (204, 98),
        Frame = new(1, 1e-17, 0.1, -0.0, 1.0 / 3, 2),
        Words = [new() { Text = text, Box = new(0.1, 0.2, 1.0 / 3, 4), Edges = [0.1, 0.43], Confidence = 31.4, FontName = "宋体", IsBold = true }],
        Rulings = [new(RulingDirection.Vertical, 1, 2, 3, 0.48)],
        Lines = [new(number, text.Length > 40 ? "" : text)],
        Problems = [new("read", "low-resolution", number, "示例")],
    };

    private static CellReading CellOf(CellRequest cell) => new()
    {
        Ink = CellInk.Printed,
        Text = $"{cell.Row}{cell.Kind}",
        InkBox = cell.Box,
        Opinions = [new("row-montage", "7", 0.25)],
        Candidates = [new("7", 0.9), new("1", 0.1)],
        Doubts = ["readers-disagree"],
    };

    [LibraryImport("libc")]
    private static partial void abort();

    [LibraryImport("libc")]
    private static partial int kill(int process, int signal);

    [LibraryImport("libc")]
    private static partial nuint strlen(nint text);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int puts(string text);
}
