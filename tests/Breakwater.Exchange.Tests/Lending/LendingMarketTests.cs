using Breakwater.Domain;
using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

/// <summary>Loans worked out by hand: who is liquidatable at which price, what is repaid, seized and lost.</summary>
public sealed class LendingMarketTests
{
    private const int Eth = 0;
    private const int Usdc = 1;
    private const long Coin = 100_000_000;
    private const long Dollar = 1_000_000;

    private static readonly LendingRules s_aave = Rules(LendingProtocol.Aave) with
    {
        CloseFactor = Rational.Parse("0.5"),
        FullCloseBelow = Rational.Parse("0.95"),
        SmallPosition = Rational.Parse("2000"),
        ProtocolShare = Rational.Parse("0.1"),
    };

    private readonly RecordedEvents _events = new();

    // 20,000 over 10 times 82.5 %: 2424.2424...
    [Fact]
    public void Aave_is_liquidatable_just_below_the_price_at_which_health_is_one()
    {
        LendingMarket market = Aave(3_000);
        LoanId loan = Borrow(market, 20_000, 10);
        Assert.Equal(Price.FromTicks(242_424_242_424), market.LiquidationPriceOf(loan));

        market.UpdatePrice(Timestamp.Epoch, Eth, Price.FromTicks(242_424_242_425));
        Assert.Empty(market.Liquidatable());
        Assert.Equal(LendingRefusal.NotLiquidatable, Liquidate(market, loan).Refusal);

        market.UpdatePrice(Timestamp.Epoch, Eth, Price.FromTicks(242_424_242_424));
        Assert.Equal([loan], market.Liquidatable());
    }

    // At 2,400 health is 0.99: half of the debt for 4.375 coins, a tenth of the bonus of 0.208333 to the protocol.
    [Fact]
    public void Aave_repays_half_and_seizes_it_with_the_bonus()
    {
        LendingMarket market = Aave(3_000);
        LoanId loan = Borrow(market, 20_000, 10);
        SetPrice(market, 2_400);

        LendingCall call = Liquidate(market, loan);

        Assert.Equal(new LendingCall(LendingRefusal.None, Dollars(10_000), Units(437_500_000), Units(2_083_333)), call);
        Assert.Equal(Units(435_416_667), call.Received);
        Assert.Equal(Dollars(10_000), market.DebtOf(loan));
        Assert.Equal(Units(562_500_000), market.CollateralOf(loan, Eth));
        Assert.Equal(Price.FromTicks(215_488_215_488), market.LiquidationPriceOf(loan));
        Assert.Empty(market.Liquidatable());
    }

    // At 1,500 the rest pays for 5.625 * 1,500 / 1.05 dollars of 10,000: the last of it is rounded up.
    [Fact]
    public void What_is_owed_without_collateral_is_bad_debt_and_named_so()
    {
        LendingMarket market = Aave(3_000);
        LoanId loan = Borrow(market, 20_000, 10);
        SetPrice(market, 2_400);
        Liquidate(market, loan);
        SetPrice(market, 1_500);

        LendingCall call = Liquidate(market, loan);

        Assert.Equal((Units(8_035_714_286), Units(562_500_000)), (call.Repaid, call.Seized));
        Assert.Equal(Money.Zero, market.DebtOf(loan));
        LendingTotals dollars = market.TotalsOf(Usdc);
        Assert.Equal(Units(1_964_285_714), dollars.BadDebt);
        Assert.Equal(dollars.Borrowed, dollars.Repaid + dollars.BadDebt);
        Assert.Equal(Units(10 * Coin), market.TotalsOf(Eth).Seized);
        Assert.Empty(market.Liquidatable());
        Flush(market);
        Assert.Equal(EventKind.BadDebtBooked, _events.All[^1].Kind);
    }

    // A hundred loans of 200 dollars are each small, though together they owe 20,000.
    [Fact]
    public void What_is_small_is_judged_of_each_loan_and_not_of_all_that_it_stands_for()
    {
        LendingMarket market = Aave(3_000);
        LoanId loan = Borrow(market, 20_000, 10, weight: 100);
        SetPrice(market, 2_400);
        Assert.Equal(Dollars(20_000), Liquidate(market, loan).Repaid);
    }

    [Fact]
    public void Who_may_not_owe_so_much_gets_no_loan()
    {
        LendingMarket market = Aave(2_000);
        Assert.Null(market.Borrow(Timestamp.Epoch, Usdc, Units(16_500 * Dollar + 1), [Units(10 * Coin), Money.Zero]));
        Assert.NotNull(market.Borrow(Timestamp.Epoch, Usdc, Dollars(16_500), [Units(10 * Coin), Money.Zero]));
        Assert.Equal(Dollars(16_500), market.TotalsOf(Usdc).Borrowed);
    }

    // 1.08 / 1,900 tokens of 1e-8 for a millionth of a dollar, cut to 18 decimals: 0.056842105263157894.
    [Fact]
    public void Compound_repays_half_and_cuts_what_is_seized()
    {
        LendingMarket market = Open(
            Rules(LendingProtocol.Compound) with
            {
                CloseFactor = Rational.Parse("0.5"),
                ProtocolShare = Rational.Parse("0.028"),
            },
            "0.5",
            "0.08",
            2_500
        );
        LoanId loan = Borrow(market, 10_000, 10);
        SetPrice(market, 2_000);
        Assert.Empty(market.Liquidatable());
        SetPrice(market, 1_900);

        LendingCall call = Liquidate(market, loan);

        Assert.Equal(new LendingCall(LendingRefusal.None, Dollars(5_000), Units(284_210_526), Units(7_957_894)), call);
    }

    // 145 % of 10,000 over ten coins: unsafe below 1,450. To be raised: 11,300, from 1,680 down.
    [Fact]
    public void Maker_sells_by_a_falling_price_until_the_debt_and_its_penalty_are_raised()
    {
        LendingMarket market = Maker(2_000);
        LoanId vault = Borrow(market, 10_000, 10);
        Assert.Equal(Price.FromTicks(144_999_999_999), market.LiquidationPriceOf(vault));
        SetPrice(market, 1_400);
        Assert.Equal(LendingRefusal.None, market.StartAuction(Timestamp.Epoch, vault));
        Assert.Equal(LendingRefusal.UnderAuction, market.StartAuction(Timestamp.Epoch, vault));
        Assert.Equal(Dollars(11_300), market.TabOf(0));
        Assert.Empty(market.Liquidatable());

        Timestamp later = After(905);
        Assert.Equal(LendingRefusal.LeavesDust, market.Buy(later, 0, Units(Coin)).Refusal);
        LendingCall bought = market.Buy(later, 0, Units(10 * Coin));

        Rational price = Step(1_680, 10);
        Assert.Equal(Dollars(11_300), bought.Repaid);
        Assert.Equal((Rational.FromInteger(11_300 * Coin) / price).ToInt64(Rounding.Floor), bought.Seized.MinorUnits);
        Assert.True(market.IsOver(0));
        Assert.Equal(Dollars(10_000), market.TotalsOf(Usdc).Repaid);
        Assert.Equal(Dollars(1_300), market.TotalsOf(Usdc).Penalty);
        Assert.Equal(Units(10 * Coin) - bought.Seized, market.CollateralOf(vault, Eth));
        Flush(market);
        Assert.Equal(EventKind.CollateralReturned, _events.All[^1].Kind);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(89, 0)]
    [InlineData(90, 1)]
    [InlineData(4_500, 50)]
    [InlineData(8_189, 90)]
    public void An_auction_s_price_keeps_ninety_nine_hundredths_of_itself_at_each_step(int second, int steps)
    {
        LendingMarket market = Maker(2_000);
        LoanId vault = Borrow(market, 10_000, 10);
        SetPrice(market, 1_400);
        market.StartAuction(Timestamp.Epoch, vault);

        // Units of a millionth of a dollar for units of a hundred-millionth of a coin.
        Rational expected = Step(1_680, steps) * Rational.FromFraction(Dollar, Coin);
        Assert.Equal(expected, market.AuctionPrice(0, After(second)));
    }

    // 0.99 to the 92nd is below 40 %.
    [Fact]
    public void An_auction_that_fell_too_far_sells_nothing_until_it_is_restarted()
    {
        LendingMarket market = Maker(2_000);
        LoanId vault = Borrow(market, 10_000, 10);
        SetPrice(market, 1_400);
        market.StartAuction(Timestamp.Epoch, vault);
        Assert.Equal(LendingRefusal.NeedsNoRestart, market.RestartAuction(After(8_279), 0));
        Assert.Equal(LendingRefusal.NeedsRestart, market.Buy(After(8_280), 0, Units(10 * Coin)).Refusal);

        SetPrice(market, 1_000);
        Assert.Equal(LendingRefusal.None, market.RestartAuction(After(8_280), 0));
        Assert.Equal(Step(1_200, 0) * Rational.FromFraction(Dollar, Coin), market.AuctionPrice(0, After(8_280)));

        // Ten coins at 1,200 raise 12,000; at 1,080.95, eleven steps on, less than the tab, but more than the debt.
        LendingCall all = market.Buy(After(8_280 + 990), 0, Units(10 * Coin));
        Assert.Equal(Units(10 * Coin), all.Seized);
        Assert.Equal(Money.Zero, market.TotalsOf(Usdc).BadDebt);
        Assert.Equal(all.Repaid - Dollars(10_000), market.TotalsOf(Usdc).Penalty);
        Assert.True(market.IsOver(0));
    }

    [Fact]
    public void A_price_looks_at_those_whom_it_crosses_and_at_nobody_else()
    {
        LendingMarket market = Aave(3_000);
        for (int i = 0; i < 1_000; i++)
        {
            Borrow(market, 20_000 - i, 10);
        }

        SetPrice(market, 2_430);
        Assert.Empty(market.Liquidatable());
        Assert.Equal(0, market.Evaluations);

        // Crossed: those of 19,998 dollars and more.
        SetPrice(market, 2_423.9m);
        Assert.Equal([new LoanId(0), new LoanId(1), new LoanId(2)], market.Liquidatable());
        Assert.Equal(3, market.Evaluations);
    }

    private static LendingRules Rules(LendingProtocol protocol) =>
        new(
            "test",
            protocol,
            Rational.Zero,
            Rational.Zero,
            Rational.Zero,
            Rational.Zero,
            Rational.Zero,
            Rational.Zero,
            Rational.Zero,
            Rational.Zero,
            Rational.Zero,
            Rational.Zero,
            Rational.Zero,
            Rational.Zero
        );

    private LendingMarket Aave(decimal price) => Open(s_aave, "0.825", "0.05", price);

    private LendingMarket Maker(decimal price) =>
        Open(
            Rules(LendingProtocol.Maker) with
            {
                Buffer = Rational.Parse("1.2"),
                TailSeconds = Rational.Parse("8400"),
                Cusp = Rational.Parse("0.4"),
                Cut = Rational.Parse("0.99"),
                StepSeconds = Rational.Parse("90"),
                Dust = Rational.Parse("10000"),
            },
            "20/29",
            "0.13",
            price
        );

    private LendingMarket Open(LendingRules rules, string factor, string bonus, decimal price)
    {
        _log = new EventLog(_events);
        var market = new LendingMarket(
            rules,
            [new LendingAsset("ETH", 8, Ratio(factor), Rational.Parse(bonus)), LendingAsset.Dollar("USDC", 6)],
            _log
        );
        SetPrice(market, price);
        return market;
    }

    private EventLog? _log;

    private void Flush(LendingMarket market)
    {
        Assert.Equal((Money.Zero, Money.Zero), market.Leak(Eth));
        Assert.Equal((Money.Zero, Money.Zero), market.Leak(Usdc));
        _log!.Flush();
    }

    private static LoanId Borrow(LendingMarket market, long dollars, long coins, int weight = 1) =>
        market.Borrow(Timestamp.Epoch, Usdc, Dollars(dollars), [Units(coins * Coin), Money.Zero], weight)!.Value;

    private static LendingCall Liquidate(LendingMarket market, LoanId loan) =>
        market.Liquidate(Timestamp.Epoch, loan, Eth, Money.MaxValue);

    private static void SetPrice(LendingMarket market, decimal dollars) =>
        market.UpdatePrice(Timestamp.Epoch, Eth, Price.FromTicks((long)(dollars * LendingAsset.TicksPerDollar)));

    private static Rational Step(long top, int steps) =>
        MakerAuction.StairstepPrice(
            Rational.FromInteger(top),
            Rational.FromInteger(steps),
            Rational.One,
            Rational.Parse("0.99")
        );

    private static Rational Ratio(string text)
    {
        string[] parts = text.Split('/');
        return parts.Length == 1 ? Rational.Parse(text) : Rational.Parse(parts[0]) / Rational.Parse(parts[1]);
    }

    private static Timestamp After(long seconds) => Timestamp.Epoch + Duration.FromSeconds(seconds);

    private static Money Dollars(long dollars) => Money.FromMinorUnits(dollars * Dollar);

    private static Money Units(long units) => Money.FromMinorUnits(units);
}
