namespace Breakwater.Server;

/// <summary>One recorded step of a series. Prices and depths in dollars, open interest in coins; null where nothing was recorded.</summary>
public sealed record SeriesPoint(
    DateTime Time,
    double? Middle,
    double? Mark,
    double? Spread,
    double? TopDepth,
    double? BidDepth,
    double? AskDepth,
    double? OpenInterest
);
