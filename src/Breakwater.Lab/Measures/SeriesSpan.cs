namespace Breakwater.Lab;

/// <summary>How many rows of a series were read, and over which time.</summary>
internal sealed class SeriesSpan(string name, DateTime from)
{
    /// <summary>Venue, instrument and kind.</summary>
    public string Name => name;

    public string Instrument => name.Split(' ')[1];

    public string Market => MarketOf(name);

    public DateTime From { get; } = from;

    public DateTime To { get; private set; } = from;

    public long Rows { get; private set; }

    /// <summary>Venue and instrument of a series' name.</summary>
    public static string MarketOf(string name) => name[..name.LastIndexOf(' ')];

    public void Extend(DateTime time)
    {
        To = time;
        Rows++;
    }
}
