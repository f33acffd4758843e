namespace Breakwater.Data;

/// <summary>The rows of one kind, of one instrument of one venue, of one day (UTC) or year.</summary>
/// <param name="Kind">A schema's name, for bars with their interval: <c>bars-5m</c>; <c>mark_bars-5m</c> are not trades.</param>
/// <param name="Day">The day, or the first day of the year for kinds that have a few rows a day at most.</param>
public readonly record struct Partition(string Venue, string Instrument, string Kind, DateOnly Day)
{
    /// <summary>The name of the view that shows it: the kind without the interval.</summary>
    public string View => Kind.Split('-')[0];

    public override string ToString() => $"{Venue} {Instrument} {Kind} {Day:yyyy-MM-dd}";
}
