using Breakwater.Domain;
using Breakwater.Matching;
using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

/// <summary>
/// What holds after every command on a venue with books. <c>BREAKWATER_BOOK_MARKETS</c> sets the number of markets of 1,000
/// commands each.
/// </summary>
public class BookVenueInvariantTests(ITestOutputHelper output)
{
    private const int CommandsPerMarket = 1_000;

    [Fact]
    public void Money_contracts_reservations_and_the_replayed_log_agree_at_every_command()
    {
        var seen = new Dictionary<EventKind, long>();
        long reducedFills = 0;
        int markets = EnvironmentSetting.Of("BREAKWATER_BOOK_MARKETS", 20);
        for (ulong seed = 1; seed <= (ulong)markets; seed++)
        {
            var market = new BookMarket(seed);
            for (int step = 0; step < CommandsPerMarket; step++)
            {
                market.Step();
                AssertSound(market, $"seed {seed}, step {step}");
            }

            reducedFills += market.ReducedFills;
            foreach ((EventKind kind, long count) in market.Seen)
            {
                seen[kind] = seen.GetValueOrDefault(kind) + count;
            }
        }

        output.WriteLine(string.Join('\n', seen.Select(pair => $"{pair.Key} {pair.Value}")));
        output.WriteLine($"{reducedFills} fills of reduce-only orders");
        Assert.True(reducedFills > 100, $"only {reducedFills} fills of reduce-only orders");
        Assert.All(Expected, kind => Assert.True(seen.GetValueOrDefault(kind) > 0, $"{kind} never happened"));
    }

    [Theory]
    [InlineData(LadderKind.BlockLimits, LossSharing.None, EventKind.PositionDeleveraged)]
    [InlineData(LadderKind.CoverShortage, LossSharing.OnOpenInterest, EventKind.LiquidatorPaid)]
    [InlineData(LadderKind.TimedDisposal, LossSharing.AmongWinners, EventKind.InventoryUnwound)]
    public void They_agree_under_ladders_that_send_no_ordinary_orders(
        LadderKind ladder,
        LossSharing sharing,
        EventKind telling
    )
    {
        var seen = new Dictionary<EventKind, long>();
        for (ulong seed = 1; seed <= 20; seed++)
        {
            var market = new BookMarket(seed, drawn => With(drawn, ladder, sharing));
            for (int step = 0; step < CommandsPerMarket; step++)
            {
                market.Step();
                AssertSound(market, $"{ladder}, seed {seed}, step {step}");
            }

            foreach ((EventKind kind, long count) in market.Seen)
            {
                seen[kind] = seen.GetValueOrDefault(kind) + count;
            }
        }

        output.WriteLine(string.Join('\n', seen.Select(pair => $"{pair.Key} {pair.Value}")));
        Assert.True(seen.GetValueOrDefault(EventKind.LiquidationStarted) > 0, "nobody was liquidated");
        Assert.True(seen.GetValueOrDefault(telling) > 0, $"{telling} never happened");
    }

    private static VenueRules With(VenueRules drawn, LadderKind ladder, LossSharing sharing) =>
        drawn with
        {
            LossSharing = sharing,
            Liquidation = drawn.Liquidation with
            {
                Ladder = ladder,
                LiquidatorFee = Rational.Parse("0.01"),
                Block = new BlockRules
                {
                    MaxShare = Rate.FromFraction(1, 2),
                    SurplusFee = Rational.Parse("0.015"),
                    SpreadToMaintenance = Rational.Parse("1.5"),
                },
            },
            Deleveraging = new DeleveragingRules(
                ladder == LadderKind.BlockLimits ? DeleveragingTrigger.NegativeEquity : DeleveragingTrigger.Never,
                DeleveragingRanking.OrderGiven,
                DeleveragingPrice.Bankruptcy
            ),
        };

    [Fact]
    public void To_be_told_ahead_changes_nothing()
    {
        for (ulong seed = 1; seed <= 3; seed++)
        {
            Assert.Equal(DigestOf(new BookMarket(seed)), DigestOf(new BookMarket(seed) { TellsAhead = true }));
        }
    }

    private static string DigestOf(BookMarket market)
    {
        var hash = new EventHash();
        market.Witness = hash;
        for (int step = 0; step < CommandsPerMarket; step++)
        {
            market.Step();
        }

        return hash.Digest();
    }

    private static IEnumerable<EventKind> Expected =>
        [
            EventKind.OrderFilled,
            EventKind.OrderTriggered,
            EventKind.OrderExpired,
            EventKind.FeeCharged,
            EventKind.AuctionOpened,
            EventKind.PositionLiquidated,
            EventKind.PositionTakenOver,
            EventKind.PositionDeleveraged,
            EventKind.InventoryUnwound,
        ];

    private static void AssertSound(BookMarket market, string where)
    {
        Assert.True(market.Venue.Surplus() == 0, $"{where}: money leaked: {market.Venue.Surplus()}");
        foreach (InstrumentId instrument in market.Instruments)
        {
            Assert.True(market.Venue.Imbalance(instrument).IsZero, $"{where}: longs are not shorts");
            foreach (AccountId account in BookMarket.Accounts)
            {
                Assert.True(
                    market.Venue.PositionOf(account, instrument) == market.Replay.PositionOf(account, instrument),
                    $"{where}: {account} {instrument}: {market.Venue.PositionOf(account, instrument)} replayed {market.Replay.PositionOf(account, instrument)}"
                );
                AssertReserved(market, account, instrument, where);
            }
        }

        foreach (AccountId account in BookMarket.Accounts)
        {
            Assert.True(
                market.Venue.WalletOf(account) == market.Replay.WalletOf(account),
                $"{where}: {account} wallet"
            );
        }
    }

    // What is reserved is what the book holds of the account, order by order.
    private static void AssertReserved(BookMarket market, AccountId account, InstrumentId instrument, string where)
    {
        OrderBook book = market.Venue.BookOf(instrument);
        long buys = 0;
        long sells = 0;
        for (OrderId id = book.FirstOrderOf(account.Index); id != default; id = book.NextOrderOfSameOwner(id))
        {
            Assert.True(book.TryGet(id, out OrderState order));
            long open = order.Terms.IsConditional ? 0 : order.Open.Lots;
            buys += order.Terms.Side == Side.Buy ? open : 0;
            sells += order.Terms.Side == Side.Sell ? open : 0;
            AssertCovered(market, account, instrument, order, where);
        }

        (Quantity reservedBuys, Quantity reservedSells) = market.Venue.OpenOrdersOf(account, instrument);
        Assert.True(
            (buys, sells) == (reservedBuys.Lots, reservedSells.Lots),
            $"{where}: {account} {instrument}: book {buys}/{sells}, reserved {reservedBuys}/{reservedSells}"
        );
    }

    // What a reduce-only order shows in the book could trade.
    private static void AssertCovered(
        BookMarket market,
        AccountId account,
        InstrumentId instrument,
        OrderState order,
        string where
    )
    {
        long lots = market.Venue.PositionOf(account, instrument).Lots.Lots;
        Assert.True(
            !order.Terms.IsReduceOnly
                || order.Terms.IsConditional
                || order.Open.Lots <= (order.Terms.Side == Side.Sell ? lots : -lots),
            $"{where}: {account} {instrument}: a reduce-only order of {order.Open.Lots} rests on a position of {lots}"
        );
    }
}
