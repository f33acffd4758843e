using System.Globalization;
using System.Text;

namespace Breakwater.Cli.Tests;

/// <summary>A store of its own, and files to fill it with; gone with the test.</summary>
internal sealed class MarketFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("breakwater-").FullName;

    public string Store => Path.Combine(_folder, "store");

    public string PathOf(string name) => Path.Combine(_folder, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    /// <summary>Four hours of 10 October 2025 in the layout of Binance's klines, from 100 up to 110 and down to 104.5.</summary>
    public string WriteBars(string name = "XYZUSDT-1h-2025-10-10.csv")
    {
        var text = new StringBuilder("open_time,open,high,low,close,volume\n");
        double[] closes = [100, 110, 99, 104.5];
        for (int hour = 0; hour < closes.Length; hour++)
        {
            double open = hour == 0 ? 100 : closes[hour - 1];
            (double high, double low) = (Math.Max(open, closes[hour]) + 1, Math.Min(open, closes[hour]) - 1);
            text.Append(
                CultureInfo.InvariantCulture,
                $"{1760054400000 + (hour * 3_600_000L)},{open},{high},{low},{closes[hour]},5.5\n"
            );
        }

        return Write(name, text.ToString());
    }

    public Task<CommandLine> Run(string command, params string[] arguments) =>
        CommandLine.Run([command, .. arguments, "--store", Store]);

    public async Task<MarketFolder> WithBars()
    {
        CommandLine import = await Run("import", WriteBars());
        Assert.Equal(0, import.ExitCode);
        return this;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
