using GovReportIngest.Core.Export;

namespace GovReportIngest.Exporting;

/// <summary>Files for what is too long to be held until it is passed on; gone when they are closed, however the process ends.</summary>
public static class ScratchFile
{
    private const int BufferBytes = 1 << 16;

    public static FileStream Create() => new(
        Path.Combine(Path.GetTempPath(), $"govreport-{Guid.NewGuid():N}{RecordFiles.TemporarySuffix}"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferBytes, FileOptions.DeleteOnClose);
}
