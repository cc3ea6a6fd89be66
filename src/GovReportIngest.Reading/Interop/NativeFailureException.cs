namespace GovReportIngest.Reading.Interop;

/// <summary>A native call that cannot fail on good input did fail: out of memory, or a damaged image.</summary>
internal sealed class NativeFailureException(string call) : Exception($"The native call {call} failed.");
