using Breakwater.Domain;

namespace Breakwater.Exchange;

public sealed partial class DepthCurve
{
    // A whole order adds up from stretches: what rounding lost of its last lot is no remainder.
    private const double LotTolerance = 1e-3;
    private const double LeastStep = 1e-12;

    /// <summary>Fills an order against makers and latent orders, nearest first, and moves the middle to where it ended.</summary>
    /// <param name="lots">Positive.</param>
    /// <param name="worst">Logarithm of the price that the order accepts at worst.</param>
    /// <returns>Lots filled and their average price, neither rounded.</returns>
    public (double Lots, double Price) Take(Side side, double lots, double worst)
    {
        double left = lots * _dollarsPerLot;
        Walk walk = BeginWalk(side);
        var taken = default(Taken);
        while (left > 0 && walk.CanGoOn && walk.Within(worst, side))
        {
            double width = Math.Min(walk.WidthLeft, walk.DistanceTo(worst));
            double amount = TakeFrom(side, walk, ref width, left, ref taken);
            left = amount < left ? left - amount : 0;
            walk.Advance(width);
        }

        if (!IsFrozen)
        {
            Settle(side, walk, taken);
        }

        return taken.Coins > 0
            ? (
                (_countsDollars ? taken.Dollars : taken.Coins) / _dollarsPerLot,
                PriceAtStart * taken.Dollars / taken.Coins
            )
            : (0, PriceAtStart);
    }

    /// <summary>The same in ticks and lots: whole lots, at the average price rounded against the order.</summary>
    public LiquidityFill Take(Instrument instrument, Side side, Quantity quantity, Price? worst)
    {
        double limit =
            worst is { } price ? PortableMath.Log(price.Ticks * _tick / PriceAtStart)
            : side == Side.Sell ? double.NegativeInfinity
            : double.PositiveInfinity;
        (double lots, double average) = Take(side, quantity.Lots, limit);
        long whole = Math.Min((long)Math.Floor(lots + LotTolerance), quantity.Lots);
        double ticks = average / _tick;
        long rounded = Math.Max((long)(side == Side.Sell ? Math.Floor(ticks) : Math.Ceiling(ticks)), 1);
        if (worst is { } least)
        {
            rounded = side == Side.Sell ? Math.Max(rounded, least.Ticks) : Math.Min(rounded, least.Ticks);
        }

        return new LiquidityFill(Quantity.FromLots(whole), Price.FromTicks(rounded));
    }

    // Takes what one stretch of prices holds, or the part of the stretch that is enough.
    private double TakeFrom(Side side, in Walk walk, ref double width, double left, ref Taken taken)
    {
        int cell = walk.Cell;
        double price = _priceOfCell[cell];
        double makers = MakerCapacity(side, walk, width);
        LatentSide latent = side == Side.Sell ? _bids : _asks;
        double shown = latent.Shown(cell, CentreOf(cell), CellWidth, _lagging, _now);
        double share = width / CellWidth;
        double dollarsThere = makers + shown * share;
        double there = _countsDollars ? dollarsThere : dollarsThere / price;
        bool enough = there >= left;
        double part = enough ? left / there : 1;
        width *= part;
        double amount = enough ? left : there;
        taken.Coins += _countsDollars ? amount / price : amount;
        taken.Dollars += _countsDollars ? amount : amount * price;
        taken.MakerDollars += makers * part;
        taken.MakerCoins += makers * part / price;
        if (!IsFrozen)
        {
            latent.Set(cell, CentreOf(cell), CellWidth, _lagging, shown * (1 - share * part), _now);
            (side == Side.Sell ? _asks : _bids).Set(cell, CentreOf(cell), CellWidth, _lagging, 0, _now);
        }

        return amount;
    }

    private double ShownAt(Side side, in Walk walk) =>
        (side == Side.Sell ? _bids : _asks).Shown(walk.Cell, CentreOf(walk.Cell), CellWidth, _lagging, _now);

    // Dollars of makers and latent traders in a stretch of a cell that shows so much in all.
    private double CapacityOf(Side side, in Walk walk, double shown, double width) =>
        MakerCapacity(side, walk, width) + shown * width / CellWidth;

    // The density at the middle of the stretch stands for all of it: a stretch is at most a tenth of the reach.
    private double MakerCapacity(Side side, in Walk walk, double width)
    {
        double quoted = QuotedAgainst(side) * width;
        double beyond = walk.Distance + width / 2 - MakerReach;
        return beyond <= 0 ? quoted : quoted * PortableMath.Exp(-(beyond / MakerReach));
    }

    private void Settle(Side side, in Walk walk, in Taken taken)
    {
        int sign = side == Side.Sell ? 1 : -1;
        var makers = new MakerFlow(
            (_countsDollars ? taken.MakerDollars : taken.MakerCoins) / _dollarsPerLot,
            taken.MakerDollars,
            taken.MakerCoins / PriceAtStart
        );
        if (side == Side.Sell)
        {
            _makersBought += makers;
        }
        else
        {
            _makersSold += makers;
        }

        Middle = walk.At + sign * Spread / 2;
        double density = side == Side.Sell ? _makerBidDensity : _makerAskDensity;
        double used = density > 0 ? Math.Min(taken.MakerDollars / (density * 2 * MakerReach), 1) : 0;
        if (side == Side.Sell)
        {
            _bidUsed = Math.Min(_bidUsed + used * (1 - _bidUsed), 1);
        }
        else
        {
            _askUsed = Math.Min(_askUsed + used * (1 - _askUsed), 1);
        }
    }

    private Walk BeginWalk(Side side)
    {
        int direction = side == Side.Sell ? -1 : 1;
        return new Walk(Middle + direction * Spread / 2, direction);
    }

    /// <summary>Sums over the stretches that an order took. A coin counts as the dollars that it cost at the start.</summary>
    private struct Taken
    {
        public double Coins;
        public double Dollars;
        public double MakerCoins;
        public double MakerDollars;
    }

    /// <summary>Where an order that takes stands in the grid of prices.</summary>
    private struct Walk
    {
        private readonly int _direction;

        public Walk(double at, int direction)
        {
            _direction = direction;
            At = at;
            Distance = 0;
            Cell = direction > 0 ? PriceCells.At(at) : PriceCells.Below(at);
            WidthLeft = direction > 0 ? EdgeAbove - at : at - EdgeBelow;
        }

        public double At { get; private set; }

        /// <summary>From where the order began.</summary>
        public double Distance { get; private set; }

        public int Cell { get; private set; }

        /// <summary>Up to the cell's far edge.</summary>
        public double WidthLeft { get; private set; }

        public readonly bool CanGoOn => Cell is >= 0 and < Cells;

        private readonly double EdgeBelow => PriceCells.FloorOf(Cell);

        private readonly double EdgeAbove => PriceCells.FloorOf(Cell + 1);

        // A rest too small to move a double would never be walked.
        public readonly bool Within(double worst, Side side) =>
            (side == Side.Sell ? At - worst : worst - At) > LeastStep;

        public readonly double DistanceTo(double worst) => Math.Abs(worst - At);

        public void Advance(double width)
        {
            Distance += width;
            if (width < WidthLeft)
            {
                At += _direction * width;
                WidthLeft -= width;
                return;
            }

            At = _direction > 0 ? EdgeAbove : EdgeBelow;
            Cell += _direction;
            WidthLeft = CellWidth;
        }
    }
}
