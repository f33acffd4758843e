using System.Globalization;
using System.Text.Json.Nodes;
using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Runs;

namespace Breakwater.Lab.Tests;

/// <summary>An account with several assets is liquidated in a run where the calculator says so for the same account.</summary>
public sealed class UnifiedRunTests : IEventObserver
{
    private const string Ether = "2500";
    private const decimal Bitcoin = 60_000;

    private static readonly RuleBook s_book = new(ContentFolders.Default);

    private readonly List<MarketEvent> _facts = [];

    // 1,000 in the settlement currency and half a bitcoin at 60,000 stand behind 20 ether, long at 2,500 with 10x.
    public static TheoryData<string, string, int> Venues =>
        new()
        {
            { "binance-multi-assets", "ETHUSDT", 20 },
            { "bybit-uta", "ETHUSDT", 20 },
            { "okx-multi-currency", "ETH-USDT-SWAP", 200 },
        };

    [Theory]
    [MemberData(nameof(Venues))]
    public void The_mark_beyond_the_stated_price_liquidates_and_the_one_before_does_not(
        string venue,
        string symbol,
        int quantity
    )
    {
        JsonNode answer = Ask("margin", venue, symbol, quantity, Ether, Bitcoin);
        decimal stated = decimal.Parse(answer["liquidationPrice"]!.ToJsonString(), CultureInfo.InvariantCulture);
        Assert.InRange(stated, 900, 1_300);
        Venue run = Open(venue, symbol);
        InstrumentRules listed = Listed(run, symbol);
        decimal tick = listed.Instrument.TickSize;
        // Where equality liquidates, a price on the tick does.
        decimal safe = decimal.Ceiling(stated / tick) * tick;
        safe += listed.LiquidatesAtEquality && safe == stated ? tick : 0;

        Assert.False(IsLiquidatedAt(run, listed, safe));
        Assert.True(IsLiquidatedAt(run, listed, safe - tick));
        Assert.Equal(Int128.Zero, run.Surplus());
        Assert.Equal(Quantity.Zero, run.CollateralSurplus(AssetOf(run)));
    }

    [Theory]
    [MemberData(nameof(Venues))]
    public void A_fall_of_what_stands_behind_it_liquidates_by_itself_a_tick_after_the_last_safe_price(
        string venue,
        string symbol,
        int quantity
    )
    {
        Venue run = Open(venue, symbol);
        InstrumentRules listed = Listed(run, symbol);
        Price mark = PriceOf(listed, 1_500);
        Assert.Equal(Rejection.None, run.UpdateMark(default, listed.Instrument.Id, mark));
        Assert.False(run.LotsOf(Trader, listed.Instrument.Id).IsZero);

        (decimal safe, decimal due) = LastSafePrice(venue, symbol, quantity);
        Assert.False(IsShort(venue, symbol, quantity, safe));
        Assert.True(IsShort(venue, symbol, quantity, due));

        SetCollateralPrice(run, safe);
        Assert.DoesNotContain(_facts, fact => fact.Kind == EventKind.LiquidationStarted);
        SetCollateralPrice(run, due);
        MarketEvent started = _facts.Single(fact => fact.Kind == EventKind.LiquidationStarted);
        Assert.Equal((listed.Instrument.Id.Index, mark), (started.Instrument, started.Price));
        Assert.Equal(Int128.Zero, run.Surplus());
        Assert.Equal(Quantity.Zero, run.CollateralSurplus(AssetOf(run)));
    }

    void IEventObserver.Observe(ReadOnlySpan<MarketEvent> events) => _facts.AddRange(events);

    private static AccountId Trader => new(2);

    // To a cent, by halving what the calculator says of it.
    private static (decimal Safe, decimal Due) LastSafePrice(string venue, string symbol, int quantity)
    {
        (decimal due, decimal safe) = (0.01m, Bitcoin);
        while (safe - due > 0.01m)
        {
            decimal middle = decimal.Round((safe + due) / 2, 2);
            (due, safe) = IsShort(venue, symbol, quantity, middle) ? (middle, safe) : (due, middle);
        }

        return (safe, due);
    }

    private static bool IsShort(string venue, string symbol, int quantity, decimal bitcoin) =>
        (bool)Ask("liquidate", venue, symbol, quantity, "1500", bitcoin)["liquidatable"]!;

    private static JsonNode Ask(string kind, string venue, string symbol, int quantity, string mark, decimal bitcoin) =>
        AnswerTable.Ask(
            $$"""
            {"venue":"{{venue}}","kind":"{{kind}}","focus":"{{symbol}}","account":{"mode":"cross","balance":1000,"collateral":[{"asset":"BTC","amount":0.5,"price":{{bitcoin.ToString(
                CultureInfo.InvariantCulture
            )}}}],"positions":[{"symbol":"{{symbol}}","side":"long","quantity":{{quantity}},"entryPrice":2500,"leverage":10,"markPrice":{{mark}}} ] } }
            """
        );

    private Venue Open(string name, string symbol)
    {
        VenueRules rules = s_book.ReadForRuns(name);
        var venue = new Venue(
            rules,
            new MarkLessSlippage(Rate.Zero),
            new Limits(1, rules.Instruments.Count),
            new EventLog(this, capacity: 1)
        );
        InstrumentRules listed = Listed(venue, symbol);
        Price entry = PriceOf(listed, 2_500);
        Assert.Equal(Rejection.None, venue.UpdateMark(default, listed.Instrument.Id, entry));
        SetCollateralPrice(venue, Bitcoin);
        venue.OpenAccount(default, MarginMode.Cross, weight: 1);
        Assert.Equal(Rejection.None, venue.Deposit(default, Trader, Money.FromMinorUnits(1_000_000_000)));
        Quantity half = Quantity.FromLots(50_000_000);
        Assert.Equal(Rejection.None, venue.DepositCollateral(default, Trader, AssetOf(venue), half));
        Assert.True(listed.Instrument.TryQuantity(20, out Quantity lots));
        Assert.Equal(
            Rejection.None,
            venue.Adopt(default, listed.Instrument.Id, Trader, lots, entry, Money.Zero, Leverage.FromMultiple(10))
        );
        return venue;
    }

    private static void SetCollateralPrice(Venue venue, decimal price) =>
        Assert.Equal(
            Rejection.None,
            venue.UpdateCollateralPrice(default, AssetOf(venue), Price.FromTicks((long)(price * 100)))
        );

    private static AssetId AssetOf(Venue venue)
    {
        IReadOnlyList<CollateralAsset> assets = venue.Rules.Collateral!.Assets;
        return new AssetId(Enumerable.Range(0, assets.Count).Single(asset => assets[asset].Name == "BTC"));
    }

    private static InstrumentRules Listed(Venue venue, string symbol) =>
        venue.Rules.Instruments.Single(listed => listed.Instrument.Symbol == symbol);

    private static bool IsLiquidatedAt(Venue venue, InstrumentRules listed, decimal mark)
    {
        Quantity before = venue.LotsOf(Trader, listed.Instrument.Id);
        Assert.Equal(Rejection.None, venue.UpdateMark(default, listed.Instrument.Id, PriceOf(listed, mark)));
        return venue.LotsOf(Trader, listed.Instrument.Id) != before;
    }

    private static Price PriceOf(InstrumentRules listed, decimal price)
    {
        Assert.True(listed.Instrument.TryPrice(price, out Price exact));
        return exact;
    }
}
