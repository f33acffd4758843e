using Breakwater.Domain;

namespace Breakwater.Exchange.Tests;

/// <summary>Who is looked at, and who is not.</summary>
public class LiquidationWatchTests : IEventObserver
{
    private const int Positions = 2_000;
    private static readonly InstrumentId s_a = new(0);
    private static readonly Price s_mark = Price.FromTicks(100_000);

    private readonly Venue _venue;

    public LiquidationWatchTests()
    {
        // A top bracket of half the notional makes the bound on what funding does as loose as it gets.
        var schedule = MarginSchedule.FromBrackets([
            (Money.Zero, Rate.FromFraction(1, 100), Leverage.FromMultiple(50)),
            (Money.FromMinorUnits(1_000_000_000), Rate.FromFraction(1, 2), Leverage.FromMultiple(1)),
        ]);
        var rules = new VenueRules(
            "watched",
            Currency.Usdt,
            [new InstrumentRules(new Instrument(s_a, "A", Currency.Usdt, 0.001m, 0.01m), schedule)],
            new LiquidationRules { ClearanceFee = Rate.Zero, OrderLimitedAtBankruptcyPrice = false },
            new DeleveragingRules(
                DeleveragingTrigger.FundExhausted,
                DeleveragingRanking.ProfitTimesMarginRatio,
                DeleveragingPrice.Bankruptcy
            ),
            new FundRules("fund", PaysDeficits: true)
        );
        var liquidity = new MarkLessSlippage(Rate.Zero);
        _venue = new Venue(rules, liquidity, new Limits(Positions + 1, Positions + 1), new EventLog(this));
        _venue.UpdateMark(default, s_a, s_mark);
        for (int i = 0; i < Positions; i++)
        {
            Adopt(i % 2 == 0 ? 100 : -100);
        }
    }

    [Fact]
    public void A_mark_that_crosses_nobody_looks_at_nobody()
    {
        long before = _venue.Evaluations;
        WalkQuietly(100);
        Assert.Equal(before, _venue.Evaluations);
    }

    [Fact]
    public void However_much_funding_was_paid_marks_that_cross_nobody_look_at_next_to_nobody()
    {
        for (int i = 0; i < 20; i++)
        {
            _venue.ApplyFunding(default, s_a, Rate.FromFraction(1, 10), s_mark);
        }

        WalkQuietly(2);
        long before = _venue.Evaluations;
        WalkQuietly(100);
        Assert.InRange(_venue.Evaluations - before, 0, 10);
    }

    [Fact]
    public void A_position_that_turned_over_is_looked_at_on_its_new_side()
    {
        AccountId account = Adopt(100);
        _venue.Deposit(default, account, NotionalOf(300));
        Quantity lots = Quantity.FromLots(200);
        Leverage leverage = Leverage.FromMultiple(1);
        Assert.Equal(Rejection.None, _venue.Trade(default, s_a, Venue.Outside, account, lots, s_mark, leverage));
        long before = _venue.Evaluations;
        _venue.UpdateMark(default, s_a, Price.FromTicks(1));
        Assert.Equal(before, _venue.Evaluations);
        _venue.UpdateMark(default, s_a, Price.FromTicks(10 * s_mark.Ticks));
        Assert.Equal(Quantity.Zero, _venue.LotsOf(account, s_a));
    }

    // Funding has moved triggers of longs up by more than the mark that is left, so that each mark crosses all of them.
    [Fact]
    public void Who_stays_crossed_after_it_was_found_safe_is_looked_at_once_a_mark()
    {
        _venue.ApplyFunding(default, s_a, Rate.FromFraction(1, 10), s_mark);
        long before = _venue.Evaluations;
        for (int i = 1; i <= 3; i++)
        {
            _venue.UpdateMark(default, s_a, Price.FromTicks(1_000 - i));
            Assert.Equal(before + i * (Positions / 2), _venue.Evaluations);
        }
    }

    [Fact]
    public void A_deposit_that_does_not_fit_leaves_no_trace()
    {
        AccountId account = new(2);
        Assert.Equal(Rejection.None, _venue.Deposit(default, account, Money.FromMinorUnits(long.MaxValue / 2)));
        Assert.Throws<OverflowException>(() =>
            _venue.Deposit(default, account, Money.FromMinorUnits(long.MaxValue / 2))
        );
        Assert.Equal(Int128.Zero, _venue.Surplus());
    }

    void IEventObserver.Observe(ReadOnlySpan<MarketEvent> events) { }

    private void WalkQuietly(int marks)
    {
        for (int i = 0; i < marks; i++)
        {
            _venue.UpdateMark(default, s_a, s_mark + PriceDelta.FromTicks(i % 2));
        }
    }

    private Money NotionalOf(long lots) =>
        _venue.Rules.Instruments[0].Instrument.Notional(s_mark, Quantity.FromLots(lots));

    private AccountId Adopt(long lots)
    {
        AccountId account = _venue.OpenAccount(default, MarginMode.Isolated);
        Money margin = NotionalOf(300);
        _venue.Deposit(default, account, margin);
        Rejection answer = _venue.Adopt(default, s_a, account, Quantity.FromLots(lots), s_mark, margin, default);
        Assert.Equal(Rejection.None, answer);
        return account;
    }
}
