namespace Breakwater.Lab.Map;

/// <summary>Where a map says that a fall ends.</summary>
/// <param name="Market">The shock to the market, percent.</param>
/// <param name="Shock">The shock to this coin, by its beta, percent.</param>
/// <param name="Landing">Percent below the start, over the crowds; where no level stops it, the deepest that the map knows.</param>
/// <param name="LandingPrice">The same in dollars: the lowest price first.</param>
/// <param name="Amplification">Median landing over the shock.</param>
/// <param name="Sold">Dollars that are sold by force on the way, over the crowds.</param>
/// <param name="Bottomless">Share of the crowds in which no level of the map stops the fall.</param>
public sealed record ShockAnswer(
    string Coin,
    BookState Book,
    double Market,
    double Shock,
    Band Landing,
    Band LandingPrice,
    double Amplification,
    Band Sold,
    double Bottomless
);
