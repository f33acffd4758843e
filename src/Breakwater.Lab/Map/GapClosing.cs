namespace Breakwater.Lab.Map;

/// <summary>How fast a venue's price comes back to the others' in runs, from the shock to each coin's low.</summary>
/// <param name="Seconds">Later.</param>
/// <param name="Closed">Share of a gap that is gone by then: 1 less the slope of gaps on those of so many seconds before, all perpetual venues and coins together.</param>
/// <param name="Widest">The largest gap of any of them, percent of the price.</param>
public sealed record GapClosing(double Seconds, double Closed, double Widest);
