using System.Globalization;
using System.Text;
using Breakwater.Data;

namespace Breakwater.Server.Tests;

/// <summary>A store as people fill it: files of a venue's archive and a table of their own, through the importer.</summary>
internal sealed class ImportedMarket(string folder)
{
    private const long Start = 1_760_054_400_000;
    private const long MillisecondsPerHour = 3_600_000;
    private const int Days = 60;

    private static readonly double[] s_hours = [100, 110, 99, 104.5];

    public string Store => Path.Combine(folder, "store");

    /// <summary>Four hours of XYZUSDT from 98 to 111; and COIN, which moves twice as far as INDEX each day, to the digit.</summary>
    public void Import()
    {
        Directory.CreateDirectory(folder);
        using var store = new ParquetStore(Store);
        Import(store, new ImportOptions(), "XYZUSDT-1h-2025-10-10.csv", Hours());
        Import(store, Mapped("INDEX"), "index.csv", Closes(power: 1));
        Import(store, Mapped("COIN"), "coin.csv", Closes(power: 2));
    }

    private void Import(ParquetStore store, ImportOptions options, string name, string text) =>
        Assert.Empty(new Importer(store, options).Import([Written(name, text)]).Problems);

    private ImportOptions Mapped(string instrument)
    {
        string mapping = Written(
            instrument + ".yaml",
            $$"""
            kind: bars
            venue: exchange
            instrument: {{instrument}}
            columns: { time: Date, open: Close, high: Close, low: Close, close: Close, volume: Volume }
            """
        );
        return new ImportOptions { Format = MappingFile.Read(mapping) };
    }

    private string Written(string name, string text)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static string Hours()
    {
        var text = new StringBuilder("open_time,open,high,low,close,volume\n");
        for (int hour = 0; hour < s_hours.Length; hour++)
        {
            (double open, double close) = (s_hours[Math.Max(0, hour - 1)], s_hours[hour]);
            text.Append(
                CultureInfo.InvariantCulture,
                $"{Start + (hour * MillisecondsPerHour)},{open},{Math.Max(open, close) + 1},{Math.Min(open, close) - 1},{close},5.5\n"
            );
        }

        return text.ToString();
    }

    private static string Closes(int power)
    {
        var text = new StringBuilder("Date,Close,Volume\n");
        for (int day = 0; day < Days; day++)
        {
            double close = Math.Pow(100 + (day % 7) - (day % 5), power);
            text.Append(
                CultureInfo.InvariantCulture,
                $"{new DateOnly(2025, 9, 1).AddDays(day):yyyy-MM-dd},{close},1\n"
            );
        }

        return text.ToString();
    }
}
