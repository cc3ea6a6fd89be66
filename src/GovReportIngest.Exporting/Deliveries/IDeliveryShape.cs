namespace GovReportIngest.Exporting.Deliveries;

/// <summary>How changes are written: one line a report, or tables.</summary>
internal interface IDeliveryShape
{
    string Format { get; }

    /// <summary>Names of the files of a shard; the number begins with 1.</summary>
    IReadOnlyList<string> FilesOf(int shard);

    /// <summary>Of the reports that are no longer there.</summary>
    string WithdrawalsFile { get; }

    /// <summary>What every file of a shard begins with.</summary>
    IReadOnlyList<byte[]> Heads { get; }

    /// <summary>What one report adds to every file of its shard.</summary>
    IReadOnlyList<byte[]> Write(ReportStanding standing, Storage.Review.ReviewedReport report);

    byte[] Write(IReadOnlyList<ReportStanding> withdrawn);

    /// <summary>Further files that help to load those that were written: name and content.</summary>
    IEnumerable<(string Name, byte[] Content)> Aids(DeliveryPlan plan, IReadOnlyList<string> files);
}
