using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>One coin at one venue, as participants meet it.</summary>
internal sealed class Place
{
    private readonly double _calmVariance;
    private readonly MarginSchedule _margin;
    private double _variance;
    private double _lastMiddle;

    public Place(VenueInWorld venue, int number, int instrument, CoinParameters coin)
    {
        Venue = venue;
        Number = number;
        Id = new InstrumentId(instrument);
        InstrumentRules rules = venue.Parameters.Rules.Instruments[instrument];
        Instrument = rules.Instrument;
        _margin = rules.Margin;
        Listing = venue.Parameters.Listings[instrument];
        Liquidity = venue.Liquidity[instrument];
        TickSize = (double)Instrument.TickSize;
        Lots = new LotScale(Instrument);
        _calmVariance = coin.Volatility * coin.Volatility;
        Calm();
    }

    public VenueInWorld Venue { get; }

    /// <summary>Among all places of the market.</summary>
    public int Number { get; }

    public InstrumentId Id { get; }

    public Instrument Instrument { get; }

    public ListingParameters Listing { get; }

    public IMarketLiquidity Liquidity { get; }

    public double TickSize { get; }

    public LotScale Lots { get; }

    /// <summary>Dollars.</summary>
    public double Price => Liquidity.Price;

    /// <summary>Standard deviation of one step's logarithmic return, as of late.</summary>
    public double Volatility => Math.Sqrt(_variance);

    /// <summary>Dollars per unit of logarithmic price that makers quote on a calm day, on each side.</summary>
    public double CalmDensity => Listing.Depth / DepthCurve.MakerReach;

    /// <summary>The same now, the mean of both sides.</summary>
    public double QuotedDensity => (Liquidity.QuotedAgainst(Side.Sell) + Liquidity.QuotedAgainst(Side.Buy)) / 2;

    /// <summary>Of the calm day's.</summary>
    public double QuotedShare => CalmDensity > 0 ? QuotedDensity / CalmDensity : 0;

    public double CalmVolatility => Math.Sqrt(_calmVariance);

    /// <summary>Logarithmic return of the last step.</summary>
    public double LastReturn { get; private set; }

    /// <summary>What somebody asks for, cut to what the venue allows the smallest position.</summary>
    public Leverage LeverageUpTo(Leverage wanted) => Min(wanted, _margin.HighestLeverage);

    /// <summary>The same, cut to what the venue allows a position of this size.</summary>
    /// <param name="notional">At the mark.</param>
    /// <param name="lots">Signed.</param>
    /// <param name="weight">How many identical accounts hold it together.</param>
    public Leverage LeverageUpTo(Leverage wanted, Money notional, Quantity lots, int weight) =>
        Min(wanted, _margin.MaxLeverage(notional, lots, weight));

    /// <summary>Forgets what volatility was.</summary>
    public void Calm() => (_variance, _lastMiddle, LastReturn) = (_calmVariance, 0, 0);

    /// <summary>Takes the last step's return into the volatility.</summary>
    /// <param name="weight">Of the return in the average.</param>
    public void Remember(double weight)
    {
        double middle = Liquidity.Middle;
        LastReturn = middle - _lastMiddle;
        _lastMiddle = middle;
        _variance += weight * (LastReturn * LastReturn - _variance);
    }

    /// <summary>People without an account here trade at once with what stands against them.</summary>
    /// <param name="dollars">Positive to buy, negative to sell.</param>
    public void Trade(Timestamp now, double dollars)
    {
        if (dollars != 0)
        {
            double lots = Lots.LotsForDollars(Math.Abs(dollars), Price);
            double reach = DepthCurve.MakerReach + Liquidity.Spread / 2;
            Liquidity.Trade(
                now,
                dollars > 0 ? Side.Buy : Side.Sell,
                lots,
                Liquidity.Middle + Math.Sign(dollars) * reach
            );
        }
    }

    /// <summary>Closes what an account holds here, or the part that finds a counterparty.</summary>
    public void Close(Timestamp now, AccountId account, Quantity held, PriceBounds bounds)
    {
        if (!held.IsZero)
        {
            Side side = held.IsLong ? Side.Sell : Side.Buy;
            Price worst = bounds.For(side);
            Venue.Venue.Take(now, Id, account, side, held.Magnitude, worst, Leverage.FromMultiple(1), out _);
        }
    }

    /// <summary>As far as makers reach from the price now: who looks at what is quoted goes no farther.</summary>
    public PriceBounds QuotedBounds() => QuotedBoundsAround(Price);

    /// <summary>The same from another price.</summary>
    public PriceBounds QuotedBoundsAround(double price) => BoundsAround(price, DepthCurve.MakerReach);

    /// <param name="reach">From the price, as a share of it; from 0 to below 1.</param>
    public PriceBounds BoundsAround(double price, double reach) =>
        new(PriceAt(price * (1 - reach), Side.Sell), PriceAt(price * (1 + reach), Side.Buy));

    /// <inheritdoc cref="TickGrid.NoBetter"/>
    public Price PriceAt(double dollars, Side side) =>
        Domain.Price.FromTicks(TickGrid.NoBetter(dollars, TickSize, side));

    private static Leverage Min(Leverage left, Leverage right) => left < right ? left : right;
}
