using System.Diagnostics;

namespace Breakwater.Data.Tests;

/// <summary>A PostgreSQL server that the project's script starts for these tests, and ends when this process does.</summary>
public sealed class PostgresServer : IDisposable
{
    private const int CannotBeInstalled = 3;

    private readonly Process? _process;
    private readonly string _address = "";
    private readonly string _absence = "";

    public PostgresServer()
    {
        if (OperatingSystem.IsWindows())
        {
            _absence = "the script that starts PostgreSQL needs bash";
            return;
        }

        _process = Process.Start(
            new ProcessStartInfo("bash", Path.Combine(Checkout(), "build", "postgres"))
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        _address = _process.StandardOutput.ReadLine() ?? "";
        if (_address.Length == 0)
        {
            _process.WaitForExit();
            _absence =
                _process.ExitCode == CannotBeInstalled ? "PostgreSQL is missing and cannot be installed here" : "";
        }
    }

    /// <summary>An empty database of its own for each caller.</summary>
    public string NewDatabase()
    {
        Assert.SkipWhen(_absence.Length > 0, _absence);
        Assert.True(_address.Length > 0, "build/postgres failed");
        string name = "d" + Guid.NewGuid().ToString("N");
        using var source = Npgsql.NpgsqlDataSource.Create(_address);
        using Npgsql.NpgsqlCommand create = source.CreateCommand($"CREATE DATABASE {name}");
        create.ExecuteNonQuery();
        return _address.Replace("Database=postgres", $"Database={name};Pooling=false", StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _process?.StandardInput.Close();
        _process?.WaitForExit();
        _process?.Dispose();
    }

    private static string Checkout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Breakwater.slnx")))
        {
            folder =
                folder.Parent ?? throw new DirectoryNotFoundException("the checkout that these tests were built from");
        }

        return folder.FullName;
    }
}
