namespace GovReportIngest.Core.Agencies;

/// <summary>A register that cannot be used; nothing was imported.</summary>
/// <param name="fault">What is wrong.</param>
/// <param name="line">In the file, from 1.</param>
/// <param name="subject">The cell, id or column.</param>
public sealed class AgencyRegisterException(RegisterFault fault, long line, string subject) : Exception($"{fault} in line {line}: {subject}")
{
    public RegisterFault Fault { get; } = fault;

    public long Line { get; } = line;

    public string Subject { get; } = subject;
}
