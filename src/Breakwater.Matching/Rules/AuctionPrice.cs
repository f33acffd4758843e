using Breakwater.Domain;

namespace Breakwater.Matching;

/// <summary>Outcome of a call auction. The default: nothing crosses.</summary>
/// <param name="Price">At which all of it trades.</param>
/// <param name="Volume">What trades.</param>
/// <param name="Imbalance">Bid at the price or above, less offered at it or below.</param>
public readonly record struct AuctionPrice(Price Price, Quantity Volume, Quantity Imbalance)
{
    internal static AuctionPrice At(int price, long demand, long supply) =>
        new(Price.FromTicks(price), Quantity.FromLots(Math.Min(demand, supply)), Quantity.FromLots(demand - supply));

    // Candidates come in rising order, so that of equals the lowest stays, as it does without a reference (zero).
    internal bool IsBetterThan(AuctionPrice other, int reference)
    {
        if (Volume != other.Volume)
        {
            return Volume > other.Volume;
        }

        if (Imbalance.Magnitude != other.Imbalance.Magnitude)
        {
            return Imbalance.Magnitude < other.Imbalance.Magnitude;
        }

        return Math.Abs(Price.Ticks - reference) < Math.Abs(other.Price.Ticks - reference);
    }
}
