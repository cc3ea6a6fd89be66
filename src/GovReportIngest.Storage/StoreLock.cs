using System.Globalization;

namespace GovReportIngest.Storage;

/// <summary>
/// Keeps a second process from writing to a store: an advisory lock of the system, which ends with the process however it ends.
/// A file beside it says who holds it.
/// </summary>
internal sealed class StoreLock : IDisposable
{
    private readonly FileStream file;
    private readonly string holder;

    private StoreLock(FileStream file, string holder) => (this.file, this.holder) = (file, holder);

    /// <exception cref="StoreException">Another process holds the lock.</exception>
    public static StoreLock Take(string path)
    {
        var holder = path + ".holder";
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(holder, string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName}"));
            return new(file, holder);
        }
        catch (IOException held) when (File.Exists(holder))
        {
            throw new StoreException(StoreFault.InUse, $"The store {Path.GetDirectoryName(path)} is in use by {File.ReadAllText(holder)}.", held);
        }
    }

    public void Dispose()
    {
        File.Delete(holder);
        file.Dispose();
    }
}
