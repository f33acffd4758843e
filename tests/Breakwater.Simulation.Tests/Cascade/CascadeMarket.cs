using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Indicators;

namespace Breakwater.Simulation.Tests;

/// <summary>
/// The smallest market that answers back: one venue, longs that are liquidated one after the other on the way down, buyers
/// whose price falls by what they buy and stays there, and a mark that is the price.
/// </summary>
internal sealed class CascadeMarket : ILiquidity
{
    public const int AccountsPerPercent = 2_500;
    private const long Start = 1_000_000;
    private const double TicksPerPercent = Start / 100.0;
    private const double SmallShock = 0.2;
    private const long MinorUnitsPerDollar = 1_000_000;
    private static readonly InstrumentId s_coin = new(0);

    private readonly MarketDepth _depth;
    private readonly EventLog _log;
    private bool _unwinds;
    private double _sold;
    private double _shock;

    /// <param name="fuse">Dollars that become liquidatable within each percent below the start.</param>
    public CascadeMarket(IReadOnlyList<double> fuse, MarketDepth depth, LiquidationRules liquidation)
    {
        _depth = depth;
        Tally = new GenerationTally(venues: 1, coins: 1, generations: 40);
        _log = new EventLog(new TakeOvers(Tally));
        int accounts = fuse.Count * AccountsPerPercent;
        Venue = new Venue(Rules(liquidation), this, new Limits(accounts, accounts), _log);
        Venue.UpdateMark(default, s_coin, Price.FromTicks(Start));
        Venue.Deposit(default, Venue.Fund, Money.FromMinorUnits(long.MaxValue / 4));
        for (int percent = 0; percent < fuse.Count; percent++)
        {
            for (int i = 0; i < AccountsPerPercent; i++)
            {
                double level = percent + (i + 0.5) / AccountsPerPercent;
                Open(Start - (long)(level * TicksPerPercent), fuse[percent] / AccountsPerPercent);
            }
        }
    }

    public Venue Venue { get; }

    public GenerationTally Tally { get; }

    /// <summary>Percent below the start.</summary>
    public double Fall => _shock + _depth.MoveOf(_sold);

    public static LiquidationRules EverythingIsSold { get; } =
        new() { ClearanceFee = Rate.Zero, OrderLimitedAtBankruptcyPrice = false };

    public static LiquidationRules EverythingIsTakenOver { get; } =
        new()
        {
            ClearanceFee = Rate.Zero,
            OrderLimitedAtBankruptcyPrice = false,
            TakeOverBelow = Rate.One,
        };

    /// <summary>R by level as the map has it, which asks the venue.</summary>
    public CascadeProfile Map(int percents, FillConditions conditions)
    {
        var grid = new LevelGrid(0.1, percents * 10);
        MarkRay ray = MarkRay.OthersStay(Venue.CurrentMarks, s_coin);
        Fuse fuse = FuseMap.Of(Venue, ray, grid, conditions).Falls(s_coin);
        return CascadeProfile.Of(grid.Step, fuse.Sold(), _depth, passThrough: 1);
    }

    /// <summary>Moves the price from outside, little by little, and lets marks follow until nobody is forced any more.</summary>
    /// <remarks>Little by little, for the theory knows no gap between the price that liquidates and the price of the fill.</remarks>
    public void Shock(double percent)
    {
        int steps = Math.Max((int)Math.Ceiling(percent / SmallShock), 1);
        for (int i = 0; i < steps; i++)
        {
            _shock += percent / steps;
            Tally.MoveFromOutside(0, -percent / steps);
            Settle();
        }
    }

    private void Settle()
    {
        Price mark;
        do
        {
            mark = Price.FromTicks(Start - (long)(Fall * TicksPerPercent));
            Tally.BeginWave(0, 0);
            Venue.UpdateMark(default, s_coin, mark);
            _log.Flush();
        } while (mark != Price.FromTicks(Start - (long)(Fall * TicksPerPercent)));
    }

    public void Unwind()
    {
        _unwinds = true;
        Venue.UnwindInventory(default, s_coin, Venue.FundInventory(s_coin).Magnitude);
        _unwinds = false;
    }

    LiquidityFill ILiquidity.Take(Instrument instrument, Side side, Quantity quantity, Price mark, Price? worst)
    {
        double before = Fall;
        double price = Start - before * TicksPerPercent;
        double dollars = quantity.Lots * price * instrument.MinorUnitsPerTickLot / MinorUnitsPerDollar;
        _sold += dollars;
        Report(dollars, before - Fall);
        return new LiquidityFill(quantity, Price.FromTicks((long)(price - (Fall - before) / 2 * TicksPerPercent)));
    }

    private void Report(double dollars, double change)
    {
        if (_unwinds)
        {
            Tally.Unwind(0, 0, dollars, change);
        }
        else
        {
            Tally.Force(0, sells: true, dollars, change);
        }
    }

    private void Open(long trigger, double dollars)
    {
        Instrument instrument = Venue.Rules.Instruments[0].Instrument;
        Quantity lots = Quantity.FromLots(
            (long)(dollars * MinorUnitsPerDollar / trigger / instrument.MinorUnitsPerTickLot)
        );
        if (lots.IsZero)
        {
            return;
        }

        Money cost = instrument.Notional(Price.FromTicks(Start), lots);
        Money value = instrument.Notional(Price.FromTicks(trigger + 1), lots);
        Money margin = cost - value + Venue.Rules.Instruments[0].Margin.Maintenance(value, lots, weight: 1);
        AccountId account = Venue.OpenAccount(default, MarginMode.Isolated);
        Venue.Deposit(default, account, margin);
        Rejection answer = Venue.Adopt(
            default,
            s_coin,
            account,
            lots,
            Price.FromTicks(Start),
            margin,
            Leverage.FromMultiple(1)
        );
        Assert.Equal(Rejection.None, answer);
    }

    private static VenueRules Rules(LiquidationRules liquidation)
    {
        // A maintenance margin that no fall between two marks uses up.
        var schedule = MarginSchedule.FromBrackets([(Money.Zero, Rate.FromFraction(1, 4), Leverage.FromMultiple(4))]);
        return new VenueRules(
            "linear",
            Currency.Usdt,
            [new InstrumentRules(new Instrument(s_coin, "COIN", Currency.Usdt, 0.1m, 0.00001m), schedule)],
            liquidation,
            new DeleveragingRules(
                DeleveragingTrigger.FundExhausted,
                DeleveragingRanking.ProfitTimesMarginRatio,
                DeleveragingPrice.Bankruptcy
            ),
            new FundRules("fund", PaysDeficits: true)
        );
    }

    /// <summary>Tells the tally of take-overs as they happen.</summary>
    private sealed class TakeOvers(GenerationTally tally) : IEventObserver
    {
        public void Observe(ReadOnlySpan<MarketEvent> events)
        {
            foreach (ref readonly MarketEvent fact in events)
            {
                if (fact.Kind == EventKind.PositionTakenOver)
                {
                    double dollars = fact.Price.Ticks * (double)fact.Quantity.Lots / MinorUnitsPerDollar;
                    tally.TakeOver(0, 0, wasLong: true, dollars);
                }
            }
        }
    }
}
