namespace GovReportIngest.Storage;

/// <summary>Settings that may hold a password: the text of a variable, or of the file it names (<c>file:PATH</c>), which nobody else may read.</summary>
internal static class SecretSetting
{
    private const string FilePrefix = "file:";
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>Null where the variable is not set.</summary>
    /// <exception cref="StoreException">The file cannot be read, or others may read it.</exception>
    public static string? Of(string variable) => Environment.GetEnvironmentVariable(variable) switch
    {
        null or "" => null,
        { } text when text.StartsWith(FilePrefix, StringComparison.Ordinal) => Read(text[FilePrefix.Length..]),
        { } text => text,
    };

    private static string Read(string file)
    {
        try
        {
            return OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & Others) == 0 ? File.ReadAllText(file).Trim()
                : throw new StoreException(StoreFault.Failed, $"Others may read or write {file}, which holds a password (chmod 600 {file}).");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreFault.Failed, wrong.Message, wrong);
        }
    }
}
