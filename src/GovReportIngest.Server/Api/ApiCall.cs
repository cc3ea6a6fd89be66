namespace GovReportIngest.Server.Api;

/// <summary>What a call of the API takes and gives; where it is, and which values its address has, the endpoint itself says.</summary>
/// <param name="Method">Of HTTP.</param>
/// <param name="Route">Below <c>/api/v1</c>.</param>
/// <param name="Summary">What it is for.</param>
/// <param name="Role">The least that may call it.</param>
internal sealed record ApiCall(string Method, string Route, string Summary, string Role)
{
    /// <summary>Of the body of the request, in JSON; null for none.</summary>
    public Type? Takes { get; init; }

    /// <summary>The body of the request is the bytes of a file.</summary>
    public bool TakesBytes { get; init; }

    /// <summary>Of the body of the answer, in JSON; null for none, or for a file.</summary>
    public Type? Gives { get; init; }

    /// <summary>Media type of an answer that is a file; null where it is none.</summary>
    public string? GivesFile { get; init; }

    /// <summary>Of an answer that is as it was asked.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Somebody else may have been first: then the answer is 409.</summary>
    public bool MayConflict { get; init; }
}
