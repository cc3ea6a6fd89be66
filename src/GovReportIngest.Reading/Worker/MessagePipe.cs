using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GovReportIngest.Reading.Worker;

/// <summary>Length-prefixed JSON messages on a pair of streams.</summary>
internal sealed class MessagePipe(Stream input, Stream output)
{
    /// <exception cref="InvalidDataException">The message would be larger than the maximum; nothing was written.</exception>
    public async Task WriteAsync<T>(T message, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream(16 * 1024);
        buffer.Write(stackalloc byte[sizeof(int)]);
        JsonSerializer.Serialize(buffer, message, type);
        var length = (int)buffer.Length - sizeof(int);
        if (length > WorkerProtocol.MaximumMessageBytes)
            throw new InvalidDataException($"A message of {length} bytes is larger than {WorkerProtocol.MaximumMessageBytes}.");
        BinaryPrimitives.WriteInt32LittleEndian(buffer.GetBuffer(), length);
        await output.WriteAsync(buffer.GetBuffer().AsMemory(0, length + sizeof(int)), cancellation).ConfigureAwait(false);
        await output.FlushAsync(cancellation).ConfigureAwait(false);
    }

    /// <returns>Null at the end of the stream, also in the middle of a message: the other side is gone.</returns>
    /// <exception cref="InvalidDataException">A length out of bounds, or not a message.</exception>
    public async Task<T?> ReadAsync<T>(JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class
    {
        var head = new byte[sizeof(int)];
        if (await input.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false) < head.Length)
            return null;
        var bytes = new byte[LengthOf(head)];
        return await input.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false) == bytes.Length
            ? Parse(bytes, type) : null;
    }

    /// <summary>The same, on the calling thread.</summary>
    public T? Read<T>(JsonTypeInfo<T> type)
        where T : class
    {
        var head = new byte[sizeof(int)];
        if (input.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
            return null;
        var bytes = new byte[LengthOf(head)];
        return input.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length ? Parse(bytes, type) : null;
    }

    private static int LengthOf(byte[] head)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(head);
        return length is > 0 and <= WorkerProtocol.MaximumMessageBytes
            ? length : throw new InvalidDataException($"A message of {length} bytes is announced.");
    }

    private static T Parse<T>(byte[] bytes, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, type) ?? throw new InvalidDataException("The message is null.");
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException("The message is not of the protocol.", wrong);
        }
    }
}
