namespace Breakwater.Lab.Map;

/// <summary>The spectral radius of a next-generation matrix: R of all its markets together.</summary>
/// <param name="Arbitrage">How far a sale is carried from the venue where it is made.</param>
/// <param name="AtOnce">Of what trades on books at once.</param>
/// <param name="Sold">With what funds sell within the horizon.</param>
public sealed record InfectionNumber(BookState Book, ArbitrageReach Arbitrage, Band AtOnce, Band Sold);
