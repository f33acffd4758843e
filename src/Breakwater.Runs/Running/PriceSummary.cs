namespace Breakwater.Runs;

/// <summary>What became of one coin's price and book at one venue of a market. Shares are fractions.</summary>
/// <param name="AtShock">Middle just before the news, in dollars.</param>
/// <param name="Lowest">Lowest middle after it.</param>
/// <param name="LowestAt">When that was first reached.</param>
/// <param name="AtEnd">Middle at the end.</param>
/// <param name="WidestSpread">Over the middle.</param>
/// <param name="LeastDepth">Within a basis point of the best price, over that at the start.</param>
/// <param name="OpenInterestChange">Over the open interest at the start; null at a spot venue.</param>
public sealed record PriceSummary(
    string Venue,
    string Coin,
    double AtShock,
    double Lowest,
    string LowestAt,
    double AtEnd,
    double WidestSpread,
    double LeastDepth,
    double? OpenInterestChange
)
{
    /// <summary>Negative where the price fell.</summary>
    public double Fall => Lowest / AtShock - 1;
}
