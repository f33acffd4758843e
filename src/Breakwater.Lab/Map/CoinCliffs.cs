namespace Breakwater.Lab.Map;

/// <summary>One coin's part of a <see cref="CliffsReport"/>.</summary>
/// <param name="Answers">To the shock that was asked for: calm, then withdrawn.</param>
/// <param name="Ladder">To shocks of 1 to 10 percent to the market, makers withdrawn.</param>
/// <param name="Cliffs">The widest, calm and withdrawn.</param>
public sealed record CoinCliffs(
    string Coin,
    double Price,
    IReadOnlyList<ShockAnswer> Answers,
    IReadOnlyList<ShockAnswer> Ladder,
    IReadOnlyList<CliffAnswer> Cliffs,
    IReadOnlyList<FuseLevel> Levels
);
