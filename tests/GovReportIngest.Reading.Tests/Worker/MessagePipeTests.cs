using System.Diagnostics;
using System.Text;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Worker;
using Xunit.Abstractions;

namespace GovReportIngest.Reading.Tests.Worker;

public sealed class MessagePipeTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(0, "")]
    [InlineData(-1, "")]
    [InlineData(WorkerProtocol.MaximumMessageBytes + 1, "")]
    [InlineData(4, "null")]
    [InlineData(5, "{\"a\":")]
    [InlineData(2, "{}")]
    public async Task What_is_not_a_message_is_refused(int length, string text)
    {
        var pipe = new MessagePipe(Bytes(length, text), Stream.Null);

        await Assert.ThrowsAsync<InvalidDataException>(() => pipe.ReadAsync(WorkerProtocol.Default.WorkerAnswer, CancellationToken.None));
    }

    [Theory]
    [InlineData(20, "{\"Id\":1")]
    [InlineData(20, "")]
    public async Task A_message_cut_short_is_the_end_of_the_stream(int length, string text)
    {
        Assert.Null(await new MessagePipe(Bytes(length, text), Stream.Null).ReadAsync(WorkerProtocol.Default.WorkerAnswer, CancellationToken.None));
        Assert.Null(new MessagePipe(Bytes(length, text), Stream.Null).Read(WorkerProtocol.Default.WorkerAnswer));
    }

    [Fact]
    public async Task A_page_of_1500_characters_crosses_in_less_than_200_kB()
    {
        var page = new ReadPage { Number = 1, SourcePage = 1, Reading = PageReading.TextLayer, Why = "text-layer-fits", Words = [.. Enumerable.Range(0, 500).Select(WordAt)] };
        var began = Process.GetCurrentProcess().TotalProcessorTime;
        var bytes = new MemoryStream();
        const int rounds = 20;
        for (var i = 0; i < rounds; i++)
        {
            bytes = new();
            await new MessagePipe(Stream.Null, bytes).WriteAsync(new() { Id = 1, Page = PageMessage.From(page) }, WorkerProtocol.Default.WorkerAnswer, CancellationToken.None);
            bytes.Position = 0;
            var answer = await new MessagePipe(bytes, Stream.Null).ReadAsync(WorkerProtocol.Default.WorkerAnswer, CancellationToken.None);
            Assert.Equal(500, answer!.Page!.ToPage().Words.Count);
        }

        output.WriteLine($"{bytes.Length} bytes, {(Process.GetCurrentProcess().TotalProcessorTime - began).TotalMilliseconds / rounds:0.00} ms CPU for both ways");
        Assert.True(bytes.Length < 200_000);
    }

    private static Word WordAt(int index)
    {
        var (x, y) = (70.866 + index % 10 * 41.37 / 3, 71.3 + index / 10 * 22.71 / 7);
        return new() { Text = "信息公", Box = new(x, y, 35.7 / 1.1, 12 / 0.7), Edges = [x, x + 11.9 / 1.1, x + 23.8 / 1.1, x + 35.7 / 1.1], FontSize = 12, FontName = "宋体" };
    }

    private static MemoryStream Bytes(int length, string text) => new([.. BitConverter.GetBytes(length), .. Encoding.UTF8.GetBytes(text)]);
}
