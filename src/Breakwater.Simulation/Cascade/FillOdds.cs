namespace Breakwater.Simulation;

/// <summary>What share of a venue's liquidations trades on the book.</summary>
/// <param name="TakeOverBelow">Equity over maintenance margin below which a position is taken over; from 0 to 1.</param>
/// <param name="Slippage">Share of the mark that a fill must leave in the margin; negative infinity where orders have no limit.</param>
/// <param name="MarkStep">Share by which the mark falls from one update to the next; not negative.</param>
public readonly record struct FillOdds(double TakeOverBelow, double Slippage, double MarkStep)
{
    /// <summary>Share of the orders that trade on the book; what is left the fund takes over.</summary>
    /// <remarks>
    /// A mark passes a trigger by anything from nothing to a whole step, all equally likely. The position is taken over where
    /// that has used up more of its margin than the venue's rule allows, or where the fill would cost more than is left.
    /// </remarks>
    /// <param name="marginRate">Maintenance margin as a share of the position's value.</param>
    public double SoldShare(double marginRate)
    {
        double room = RoomOf(marginRate);
        return room < 0 ? 0
            : room >= MarkStep ? 1
            : room / MarkStep;
    }

    /// <summary>The margin that is left of a position which the fund takes over from the book's ladder, as a share of its value.</summary>
    /// <remarks>Its mark has passed the trigger by more than an order had room for and by no more than a step; the mean of both.</remarks>
    /// <param name="marginRate">Maintenance margin as a share of the position's value.</param>
    public double MarginTakenOver(double marginRate) =>
        marginRate - (Math.Clamp(RoomOf(marginRate), 0, MarkStep) + MarkStep) / 2;

    // How far the mark may pass a trigger before no order can be sent.
    private double RoomOf(double marginRate) => Math.Min((1 - TakeOverBelow) * marginRate, marginRate - Slippage);
}
