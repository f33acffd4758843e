using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Benchmarks;

/// <summary>A venue with a crowd of longs and shorts at known distances from liquidation.</summary>
internal sealed class BenchmarkVenue : IEventObserver
{
    public static readonly InstrumentId Btc = new(0);
    public static readonly InstrumentId Eth = new(1);
    private static readonly Quantity s_lots = Quantity.FromLots(100);
    private static readonly Quantity s_ethLots = Quantity.FromLots(3_000);

    private readonly EventLog _log;
    private DrawStream _draws = new(new Seed(1), 0, new DrawPurpose(900), 0);

    public BenchmarkVenue(int isolated, int twoCoinCross)
    {
        _log = new EventLog(this);
        Venue = new Venue(
            Rules(),
            new MarkLessSlippage(Rate.FromBillionths(500_000)),
            new Limits(isolated + twoCoinCross, isolated + 2 * twoCoinCross),
            _log
        );
        Venue.UpdateMark(default, Btc, BtcStart);
        Venue.UpdateMark(default, Eth, EthStart);
        Venue.Deposit(default, Venue.Fund, Money.FromMinorUnits(1_000_000_000_000_000));
        for (int i = 0; i < isolated; i++)
        {
            OpenIsolated(i);
        }

        for (int i = 0; i < twoCoinCross; i++)
        {
            OpenCross(i);
        }
    }

    public static Price BtcStart => Price.FromTicks(1_168_300);

    public static Price EthStart => Price.FromTicks(400_998);

    public Venue Venue { get; }

    public EventHash Hash { get; } = new();

    public long Liquidations { get; private set; }

    public void Observe(ReadOnlySpan<MarketEvent> events)
    {
        Hash.Observe(events);
        foreach (ref readonly MarketEvent fact in events)
        {
            Liquidations += fact.Kind == EventKind.LiquidationStarted ? 1 : 0;
        }
    }

    public void Flush() => _log.Flush();

    private void OpenIsolated(int i)
    {
        AccountId account = Venue.OpenAccount(default, MarginMode.Isolated);
        Adopt(account, Btc, i % 2 == 0 ? s_lots : -s_lots, BtcStart, isolated: true);
    }

    private void OpenCross(int i)
    {
        AccountId account = Venue.OpenAccount(default, MarginMode.Cross);
        bool longBtc = i % 2 == 0;
        bool longEth = i % 4 < 2;
        Adopt(account, Btc, longBtc ? s_lots : -s_lots, BtcStart, isolated: false);
        Adopt(account, Eth, longEth ? s_ethLots : -s_ethLots, EthStart, isolated: false);
    }

    private void Adopt(AccountId account, InstrumentId instrument, Quantity lots, Price entry, bool isolated)
    {
        Money notional = Venue.Rules.Instruments[instrument.Index].Instrument.Notional(entry, lots.Magnitude);
        Leverage leverage = Leverage.FromHundredths(150 + (int)_draws.NextBelow(4_850));
        Money margin = leverage.InitialMargin(notional);
        Venue.Deposit(default, account, margin);
        Rejection answer = Venue.Adopt(
            default,
            instrument,
            account,
            lots,
            entry,
            isolated ? margin : Money.Zero,
            leverage
        );
        Invariant.Holds(answer == Rejection.None, "a benchmark's position can be opened");
    }

    private static VenueRules Rules()
    {
        Rate half = Rate.FromFraction(1, 200);
        var schedule = MarginSchedule.FromBrackets([
            (Money.Zero, Rate.FromFraction(1, 250), Leverage.FromMultiple(125)),
            (Money.FromMinorUnits(300_000_000_000), half, Leverage.FromMultiple(100)),
            (Money.FromMinorUnits(800_000_000_000), Rate.FromFraction(13, 2000), Leverage.FromMultiple(75)),
        ]);
        return new VenueRules(
            "benchmark",
            Currency.Usdt,
            [
                new InstrumentRules(new Instrument(Btc, "BTCUSDT", Currency.Usdt, 0.1m, 0.001m), schedule),
                new InstrumentRules(new Instrument(Eth, "ETHUSDT", Currency.Usdt, 0.01m, 0.001m), schedule),
            ],
            new LiquidationRules { ClearanceFee = half, OrderLimitedAtBankruptcyPrice = true },
            new DeleveragingRules(
                DeleveragingTrigger.FundExhausted,
                DeleveragingRanking.ProfitTimesMarginRatio,
                DeleveragingPrice.Bankruptcy
            ),
            new FundRules("insurance fund", PaysDeficits: true)
        );
    }
}
