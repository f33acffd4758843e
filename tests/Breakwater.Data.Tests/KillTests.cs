using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Breakwater.Data.Tests;

/// <summary>Killed at any moment, an import leaves whole partitions or none. BREAKWATER_KILLS sets how often (10).</summary>
public sealed class KillTests
{
    private const int Days = 25;
    private const int RowsADay = 4000;
    private const long MicrosecondsPerDay = 86_400_000_000;

    [Fact]
    public async Task A_killed_import_leaves_whole_partitions_and_the_next_one_completes_them()
    {
        int kills = int.Parse(
            Environment.GetEnvironmentVariable("BREAKWATER_KILLS") ?? "10",
            CultureInfo.InvariantCulture
        );
        using var folder = new TemporaryFolder();
        string source = folder.Write("trades.csv", Text());
        int interrupted = 0;
        var random = new Random(1);
        for (int kill = 0; kill < kills; kill++)
        {
            string place = Path.Combine(folder.Path, $"store{kill}");
            interrupted += await ImportAndKill(place, source, random.Next(0, Days)) ? 1 : 0;
            Verify(place, source);
        }

        Assert.True(interrupted > 0, "no import was still running when it was to be killed");
    }

    private static string Text()
    {
        var text = new StringBuilder("exchange,symbol,timestamp,local_timestamp,id,side,price,amount\n");
        for (int row = 0; row < Days * RowsADay; row++)
        {
            long time = 1760054400000000 + (row * (MicrosecondsPerDay / RowsADay));
            text.Append(CultureInfo.InvariantCulture, $"x,A,{time},0,{row},buy,{1 + (row % 977)}.5,2\n");
        }

        return text.ToString();
    }

    // Killed once so many partitions are there: a moment that a fast machine meets as a slow one does.
    private static async Task<bool> ImportAndKill(string place, string source, int partitions)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "Breakwater.Data.ImportProcess.dll");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (string argument in new[] { "exec", program, place, source })
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        while (!process.HasExited && PartitionsIn(place) < partitions)
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        bool wasRunning = !process.HasExited;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return wasRunning;
    }

    private static int PartitionsIn(string place)
    {
        string published = Path.Combine(place, "venue=x");
        return Directory.Exists(published) ? Directory.GetFiles(published, "*", SearchOption.AllDirectories).Length : 0;
    }

    private static void Verify(string place, string source)
    {
        using var store = new ParquetStore(place);
        Assert.All(store.Partitions(), stored => Assert.Equal(RowsADay, stored.Rows));
        store.Import(source);
        Assert.Equal(Days, store.Partitions().Count);
        Assert.Equal(Days * RowsADay, store.Count("trades"));
        Assert.Equal(["venue=x"], Directory.EnumerateDirectories(place).Select(Path.GetFileName));
    }
}
