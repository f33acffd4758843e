using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>An asset of a venue's collateral in a world.</summary>
/// <param name="Coin">Whose price it follows; null for the dollar.</param>
/// <param name="MarginShare">Of a holder's margin; what it holds counts for so much at the start.</param>
/// <param name="Worth">What one is worth in the coin, or in dollars, from which time on; 1 before the first. In order of time.</param>
public sealed record AssetParameters(int? Coin, Rate MarginShare, IReadOnlyList<(Timestamp From, double Worth)> Worth)
{
    public double WorthAt(Timestamp time)
    {
        double worth = 1;
        foreach ((Timestamp from, double then) in Worth)
        {
            worth = from <= time ? then : worth;
        }

        return worth;
    }
}
