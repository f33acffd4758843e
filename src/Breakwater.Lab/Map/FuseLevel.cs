namespace Breakwater.Lab.Map;

/// <summary>One level of a coin's fuse, all venues together.</summary>
/// <param name="From">Percent below the start.</param>
/// <param name="To">Percent below the start.</param>
/// <param name="Price">At the level's lower end, dollars.</param>
/// <param name="Ordered">Dollars for each percent that become liquidatable.</param>
/// <param name="SoldAtOnce">Dollars for each percent that trade on the book at once.</param>
/// <param name="Sold">With what funds sell within the horizon.</param>
/// <param name="NumberCalm">R with a calm market's depth.</param>
/// <param name="NumberWithdrawn">R where makers have withdrawn.</param>
public sealed record FuseLevel(
    double From,
    double To,
    double Price,
    Band Ordered,
    Band SoldAtOnce,
    Band Sold,
    Band NumberCalm,
    Band NumberWithdrawn
);
