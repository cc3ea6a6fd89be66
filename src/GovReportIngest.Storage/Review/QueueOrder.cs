namespace GovReportIngest.Storage.Review;

/// <summary>What comes first in the queue.</summary>
public enum QueueOrder
{
    /// <summary>What matters most.</summary>
    Weight,

    /// <summary>The oldest.</summary>
    Age,

    /// <summary>Documents that were taken in with the greatest priority; among these what matters most.</summary>
    Priority,
}
