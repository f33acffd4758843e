using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation.Tests;

/// <summary>Two small venues, two coins, ten minutes, a fall of a tenth and half of it back.</summary>
internal static class TestWorld
{
    public static Timestamp Start => Timestamp.FromUnixMilliseconds(1_760_129_400_000);

    public static WorldParameters Create(ulong seed = 1, int accounts = 2_000, params string[] venues) =>
        new()
        {
            Start = Start,
            End = Start + Duration.FromMinutes(10),
            CrowdSeed = new Seed(seed),
            Crowd = Crowd,
            Histories = [History("BTC", 100_000), History("ETH", 4_000)],
            Tapes = [Tape(100_000), Tape(4_000)],
            Venues = [.. (venues.Length == 0 ? ["first", "second"] : venues).Select(name => Venue(name, accounts))],
        };

    private static CrowdParameters Crowd =>
        new()
        {
            Components =
            [
                new LeverageComponent("moderate", 3.5, 0.35, Duration.FromMinutes(60 * 24 * 10)),
                new LeverageComponent("high", 30, 0.5, Duration.FromMinutes(60 * 24)),
            ],
            LongShare = 0.6,
            CrossShare = 0.7,
            TwoCoinShare = 0.2,
            SameSideShare = 0.8,
            MedianNotional = 5_000,
            NotionalSigma = 1.5,
            LargestNotional = 5_000_000,
        };

    private static CoinHistory History(string coin, decimal price)
    {
        EntryWindow Window(int daysAgo, decimal level) =>
            new(
                Start - Duration.FromMinutes(60L * 24 * daysAgo),
                Duration.FromMinutes(60 * 24),
                price * (level - 0.01m),
                price * (level + 0.01m),
                price * level,
                1_000
            );
        return new CoinHistory(coin, [Window(3, 1.05m), Window(2, 1.02m), Window(1, 1.00m)], price);
    }

    private static PriceTape Tape(decimal price) =>
        new([
            .. Enumerable
                .Range(0, 10)
                .Select(minute =>
                {
                    decimal open = price * (1 - 0.02m * Math.Min(minute, 5) + 0.01m * Math.Max(minute - 5, 0));
                    decimal close = price * (1 - 0.02m * Math.Min(minute + 1, 5) + 0.01m * Math.Max(minute - 4, 0));
                    return new PriceBar(
                        Start + Duration.FromMinutes(minute),
                        Duration.FromMinutes(1),
                        open,
                        Math.Max(open, close),
                        Math.Min(open, close),
                        close
                    );
                }),
        ]);

    private static VenueParameters Venue(string name, int accounts) =>
        new()
        {
            Name = name,
            Rules = Rules(),
            Listings =
            [
                new ListingParameters(0, Quantity.FromLots(1_000_000), 1e8, [0.8, 1]),
                new ListingParameters(1, Quantity.FromLots(20_000_000), 0.8e8, [0.8, 1]),
            ],
            Crowd = new CrowdOfVenue(accounts, accounts * 5 / 2),
            FundCapital = Money.FromMinorUnits(100_000_000_000),
            Slippage = Rate.FromFraction(1, 500),
            MarkInterval = Duration.FromSeconds(1),
            UnwindInterval = Duration.FromSeconds(60),
            UnwindShare = Rate.FromFraction(1, 2),
            Fundings =
            [
                new FundingPayment(Start + Duration.FromMinutes(4), new InstrumentId(0), Rate.FromFraction(1, 10_000)),
            ],
        };

    private static VenueRules Rules()
    {
        var schedule = MarginSchedule.FromBrackets([
            (Money.Zero, Rate.FromFraction(1, 250), Leverage.FromMultiple(125)),
            (Money.FromMinorUnits(50_000_000_000), Rate.FromFraction(1, 200), Leverage.FromMultiple(100)),
            (Money.FromMinorUnits(500_000_000_000), Rate.FromFraction(1, 50), Leverage.FromMultiple(25)),
        ]);
        return new VenueRules(
            "test",
            Currency.Usdt,
            [
                new InstrumentRules(new Instrument(new InstrumentId(0), "BTC", Currency.Usdt, 0.1m, 0.001m), schedule),
                new InstrumentRules(new Instrument(new InstrumentId(1), "ETH", Currency.Usdt, 0.01m, 0.001m), schedule),
            ],
            new LiquidationRules { ClearanceFee = Rate.FromFraction(1, 200), OrderLimitedAtBankruptcyPrice = true },
            new DeleveragingRules(
                DeleveragingTrigger.FundExhausted,
                DeleveragingRanking.ProfitTimesMarginRatio,
                DeleveragingPrice.Bankruptcy
            ),
            new FundRules("insurance fund", PaysDeficits: true)
        );
    }
}
