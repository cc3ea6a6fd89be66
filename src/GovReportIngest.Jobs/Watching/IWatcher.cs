namespace GovReportIngest.Jobs.Watching;

/// <summary>Looks at a place from time to time, and takes in what is new there.</summary>
public interface IWatcher
{
    /// <summary>Of the place, unlike that of any other.</summary>
    string Name { get; }

    /// <summary>The folder or the address.</summary>
    string Place { get; }

    /// <summary>From the end of one look to the next.</summary>
    TimeSpan Every { get; }

    /// <summary>Whether a look that takes nothing is the last of those that are made at once: others pay for each.</summary>
    bool IsElsewhere { get; }

    /// <summary>One look; not while another one runs.</summary>
    /// <exception cref="Storage.StoreException">The store cannot be written.</exception>
    Task<PassResult> PassAsync(CancellationToken cancellation);
}
