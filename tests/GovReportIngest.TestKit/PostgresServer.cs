using System.Diagnostics;

namespace GovReportIngest.TestKit;

/// <summary>A PostgreSQL server of its own, on a socket in its own folder, that ends with the tests.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const int MostTries = 200;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("govreport-pg-");
    private Process? server;

    private string Data => Path.Combine(folder.FullName, "data");

    /// <summary>Where its socket lies: the host for programs such as psql.</summary>
    public string Folder => folder.FullName;

    /// <summary>A connection string; the tables go to a schema of that name.</summary>
    public string ConnectionTo(string schema) => $"Host={folder.FullName};Username=postgres;Database=postgres;Search Path={schema}";

    public static async Task<PostgresServer> StartAsync()
    {
        var started = new PostgresServer();
        // The socket lies in it, for programs of other users too.
        if (!await SucceedsAsync("chmod", "755", started.folder.FullName))
            throw new InvalidOperationException("The rights of the server's folder cannot be changed.");
        if (Environment.IsPrivilegedProcess && !await SucceedsAsync("chown", "postgres", started.folder.FullName))
            throw new InvalidOperationException("The folder of the server cannot be given to the user postgres.");
        if (!await SucceedsAsync([.. Program("initdb"), "-D", started.Data, "-U", "postgres", "-A", "trust", "-N"]))
            throw new InvalidOperationException("initdb failed; is the package postgresql installed?");
        await started.RestartAsync();
        return started;
    }

    /// <summary>Ends the server as a loss of power would, if it runs, and starts it anew.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        // Ends when nobody holds the other end of its input, however the tests end.
        var start = string.Join(' ', [.. Program("postgres"), "-D", Data, "-c listen_addresses= -c fsync=off -k", folder.FullName]);
        server = Process.Start(new ProcessStartInfo("sh", ["-c", $"{start} >{folder.FullName}/log 2>&1 & cat; kill -QUIT $!; wait $!"]) { RedirectStandardInput = true });
        for (var tries = 1; !await SucceedsAsync([.. Program("pg_isready"), "-h", folder.FullName]); tries++)
            await Task.Delay(tries < MostTries ? 50 : throw new InvalidOperationException(await File.ReadAllTextAsync(Path.Combine(folder.FullName, "log"))));
    }

    public async Task StopAsync()
    {
        if (server is null)
            return;
        server.StandardInput.Close();
        await server.WaitForExitAsync();
        server.Dispose();
        server = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>The newest version that is installed; as the user postgres where the tests are root, which it refuses to run as.</summary>
    private static string[] Program(string name)
    {
        var path = Path.Combine(Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last(), "bin", name);
        return Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--", path] : [path];
    }

    private static async Task<bool> SucceedsAsync(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }
}
