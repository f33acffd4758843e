using Breakwater.Domain;
using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

/// <summary>Collateral behind cross accounts, in round numbers: one coin at a tick of a dollar, one asset in hundredths.</summary>
public sealed class CollateralTests
{
    private static readonly InstrumentId s_coin = new(0);
    private static readonly AssetId s_asset = new(0);
    private static readonly AccountId s_trader = new(2);
    private static readonly Leverage s_tenfold = Leverage.FromMultiple(10);

    private readonly RecordedEvents _events = new();
    private readonly EventLog _log;

    public CollateralTests() => _log = new EventLog(_events);

    // A balance of -20,000 sells what 20,000 / 97.5 % is worth: 20,512.8205 in an asset at 10, in hundredths of one.
    [Fact]
    public void A_debt_is_repaid_by_what_is_worth_it_and_the_cost_of_selling()
    {
        Venue venue = Open(ConversionTime.AfterPositions, haircut: "0.025");
        Assert.Equal(Rejection.None, venue.DepositCollateral(default, s_trader, s_asset, Quantity.FromLots(1_000_000)));
        Buy(venue, 100, at: 1_000);
        Mark(venue, 800);
        Sell(venue, 100, at: 800);

        // Closed with a loss of 20,000, the account has no position and repays what it owes.
        MarketEvent sold = Facts().Single(fact => fact.Kind == EventKind.CollateralSold);
        Assert.Equal(205_129, sold.Quantity.Lots);
        Assert.Equal(20_000_077_500, sold.Amount.MinorUnits);
        Assert.Equal(512_822_500, sold.SecondAmount.MinorUnits);
        Assert.Equal(77_500, venue.WalletOf(s_trader).MinorUnits);
        Assert.Equal(794_871, venue.CollateralOf(s_trader, s_asset).Lots);
        Assert.Equal(sold.Quantity, venue.CollateralSold(s_asset));
        Assert.Equal(Quantity.Zero, venue.CollateralSurplus(s_asset));
        Assert.Equal(Int128.Zero, venue.Surplus());
    }

    [Fact]
    public void What_it_counts_for_is_margin_and_cannot_be_taken_out_while_it_is_needed()
    {
        Venue venue = Open(ConversionTime.Never, haircut: "0");
        // 1,000 of an asset at 10, of which 90 % counts: 9,000.
        Assert.Equal(Rejection.None, venue.DepositCollateral(default, s_trader, s_asset, Quantity.FromLots(100_000)));
        Assert.Equal(9_000_000_000, venue.CountedCollateralOf(s_trader).MinorUnits);
        Assert.Equal(9_000_000_000, venue.EquityOf(s_trader).MinorUnits);

        // 60 at 1,000 with 10x ask for 6,000: 3,000 are free, 333.33 of the asset.
        Buy(venue, 60, at: 1_000);
        Assert.Equal(
            Rejection.InsufficientMargin,
            venue.WithdrawCollateral(default, s_trader, s_asset, Quantity.FromLots(33_334))
        );
        Assert.Equal(Rejection.None, venue.WithdrawCollateral(default, s_trader, s_asset, Quantity.FromLots(33_333)));
        Assert.Equal(Quantity.Zero, venue.CollateralSurplus(s_asset));
    }

    [Fact]
    public void Under_isolated_margin_and_beyond_what_is_listed_it_is_refused()
    {
        Venue venue = Open(ConversionTime.Never, haircut: "0");
        AccountId isolated = venue.OpenAccount(default, MarginMode.Isolated);
        Quantity one = Quantity.FromLots(1);

        Assert.Equal(Rejection.NeedsCrossMargin, venue.DepositCollateral(default, isolated, s_asset, one));
        Assert.Equal(Rejection.UnknownAsset, venue.DepositCollateral(default, s_trader, new AssetId(1), one));
        Assert.Equal(Rejection.UnknownAccount, venue.DepositCollateral(default, Venue.Fund, s_asset, one));
        Assert.Equal(Rejection.QuantityNotPositive, venue.DepositCollateral(default, s_trader, s_asset, -one));
        Assert.Equal(Rejection.UnknownAsset, venue.UpdateCollateralPrice(default, new AssetId(1), Price.FromTicks(1)));
        Assert.Equal(Rejection.PriceOutOfRange, venue.UpdateCollateralPrice(default, s_asset, Price.Zero));
    }

    // 100 long at 1,000 ask for 1 % of 100,000; 90 % of 1,000 at p cover 1,000 down to p = 1.1112, and 1.1111 does not.
    [Fact]
    public void A_venue_that_returns_to_an_earlier_state_is_woken_as_it_was()
    {
        Venue venue = Open(ConversionTime.Never, haircut: "0");
        Assert.Equal(Rejection.None, venue.DepositCollateral(default, s_trader, s_asset, Quantity.FromLots(200_000)));
        Buy(venue, 100, at: 1_000);
        Assert.Equal(Rejection.None, venue.WithdrawCollateral(default, s_trader, s_asset, Quantity.FromLots(50_000)));
        VenueState before = venue.Save();
        for (int path = 0; path < 2; path++)
        {
            venue.Restore(before);
            // 1,500 of the asset: 1,350 p against 1,000.
            SetPrice(venue, 0.7408m);
            Assert.Equal(100, venue.LotsOf(s_trader, s_coin).Lots);
            SetPrice(venue, 0.7407m);
            Assert.Equal(0, venue.LotsOf(s_trader, s_coin).Lots);
            Assert.Equal(Quantity.Zero, venue.CollateralSurplus(s_asset));
        }
    }

    [Fact]
    public void Rules_that_no_venue_could_carry_out_are_refused()
    {
        VenueRules rules = Rules(ConversionTime.Never, haircut: "0");
        Assert.Throws<ArgumentException>(() => new Venue(WithAsset(rules, "USDT"), Liquidity, new Limits(1, 1), _log));
        Assert.Throws<ArgumentException>(() =>
            new Venue(Rules(ConversionTime.Never, haircut: "1"), Liquidity, new Limits(1, 1), _log)
        );
        VenueRules covers = rules with { Liquidation = rules.Liquidation with { Ladder = LadderKind.CoverShortage } };
        Assert.Throws<ArgumentException>(() => new Venue(covers, Liquidity, new Limits(1, 1), _log));
    }

    private static MarkLessSlippage Liquidity => new(Rate.Zero);

    private static VenueRules WithAsset(VenueRules rules, string name) =>
        rules with
        {
            Collateral = rules.Collateral! with { Assets = [rules.Collateral.Assets[0] with { Name = name }] },
        };

    private static VenueRules Rules(ConversionTime time, string haircut)
    {
        var instrument = new Instrument(s_coin, "COIN", Currency.Usdt, tickSize: 1, lotSize: 1);
        var conversion = new ConversionRules(
            ConversionOrder.InProportion,
            time,
            DebtCountsProfit: false,
            RepaysWholeDebt: true,
            Rational.Parse(haircut),
            new Dictionary<string, Rational>(StringComparer.Ordinal)
        );
        var asset = new CollateralAsset("ASSET", 0.01m, 0.0001m, [new CollateralTier(null, Rational.Parse("0.9"))]);
        return new VenueRules(
            "test",
            Currency.Usdt,
            [
                new InstrumentRules(
                    instrument,
                    MarginSchedule.FromBrackets([(Money.Zero, Rate.FromFraction(1, 100), s_tenfold)])
                ),
            ],
            new LiquidationRules { ClearanceFee = Rate.Zero, OrderLimitedAtBankruptcyPrice = false },
            new DeleveragingRules(
                DeleveragingTrigger.Never,
                DeleveragingRanking.OrderGiven,
                DeleveragingPrice.Bankruptcy
            ),
            new FundRules("fund", PaysDeficits: true)
        )
        {
            Collateral = new CollateralRules([asset], new UnifiedRules(conversion, PositionOrder.LargestMaintenance)),
        };
    }

    private Venue Open(ConversionTime time, string haircut)
    {
        var venue = new Venue(Rules(time, haircut), Liquidity, new Limits(2, 2), _log);
        Mark(venue, 1_000);
        SetPrice(venue, 10);
        venue.OpenAccount(default, MarginMode.Cross);
        return venue;
    }

    private static void Buy(Venue venue, int lots, int at) => Trade(venue, s_trader, Venue.Outside, lots, at);

    private static void Sell(Venue venue, int lots, int at) => Trade(venue, Venue.Outside, s_trader, lots, at);

    private static void Trade(Venue venue, AccountId buyer, AccountId seller, int lots, int at) =>
        Assert.Equal(
            Rejection.None,
            venue.Trade(default, s_coin, buyer, seller, Quantity.FromLots(lots), Price.FromTicks(at), s_tenfold)
        );

    private static void Mark(Venue venue, int mark) =>
        Assert.Equal(Rejection.None, venue.UpdateMark(default, s_coin, Price.FromTicks(mark)));

    private static void SetPrice(Venue venue, decimal price) =>
        Assert.Equal(
            Rejection.None,
            venue.UpdateCollateralPrice(default, s_asset, Price.FromTicks((long)(price * 10_000)))
        );

    private List<MarketEvent> Facts()
    {
        _log.Flush();
        return [.. _events.All];
    }
}
