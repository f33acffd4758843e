using System.Globalization;
using System.Text.Json.Nodes;
using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Runs;

namespace Breakwater.Lab.Tests;

/// <summary>A position in inverse contracts is liquidated in a run at the price that the calculator states for the same account.</summary>
public sealed class InverseRunTests : IEventObserver
{
    private static readonly InstrumentId s_contract = new(0);
    private static readonly RuleBook s_book = new(ContentFolders.Default);

    private readonly List<MarketEvent> _facts = [];
    private readonly EventLog _log;

    public InverseRunTests() => _log = new EventLog(this, capacity: 1);

    // 10,000 dollars at 50,000 with 10x, or 0.05 coins in the wallet. Where the stated price is on the tick, values rounded to a
    // unit of the coin against the position decide: 40,160, 66,400 and 55,000 liquidate.
    [Theory]
    [InlineData("binance-coinm", "BTCUSD_PERP", 100, "long", "isolated", "45636.4")]
    [InlineData("binance-coinm", "BTCUSD_PERP", 100, "short", "isolated", "55333.3")]
    [InlineData("binance-coinm", "BTCUSD_PERP", 100, "long", "cross", "40160.1")]
    [InlineData("binance-coinm", "BTCUSD_PERP", 100, "short", "cross", "66399.9")]
    [InlineData("bybit-inverse", "BTCUSD", 10_000, "long", "isolated", "45681.9")]
    [InlineData("bybit-inverse", "BTCUSD", 10_000, "short", "isolated", "55277.7")]
    [InlineData("kraken-inverse", "PI_XBTUSD", 10_000, "long", "isolated", "45909.5")]
    [InlineData("kraken-inverse", "PI_XBTUSD", 10_000, "short", "isolated", "54999.5")]
    [InlineData("bitmex-inverse", "XBTUSD", 10_000, "long", "isolated", "45620.5")]
    [InlineData("bitmex-inverse", "XBTUSD", 10_000, "short", "isolated", "55309.5")]
    [InlineData("bitmex-inverse", "XBTUSD", 10_000, "long", "cross", "40128.5")]
    [InlineData("bitmex-inverse", "XBTUSD", 10_000, "short", "cross", "66312.5")]
    public void The_mark_beyond_the_stated_price_liquidates_and_the_one_before_does_not(
        string venue,
        string symbol,
        int quantity,
        string side,
        string mode,
        string lastSafe
    )
    {
        JsonNode answer = Ask(venue, symbol, quantity, side, mode);
        decimal stated = PriceStated(answer);
        InstrumentRules listed = s_book.ReadForRuns(venue).Instruments[0];
        Price safe = PriceOf(listed, decimal.Parse(lastSafe, CultureInfo.InvariantCulture));
        var tick = PriceDelta.FromTicks(side == "long" ? -1 : 1);
        Quantity lots = LotsOf(listed, side == "long" ? 10_000 : -10_000);
        Assert.InRange(
            (stated - listed.Instrument.ToDecimal(safe)) * tick.Ticks,
            listed.LiquidatesAtEquality ? 0.0000001m : 0,
            listed.Instrument.TickSize
        );

        Venue run = Open(venue, lots, mode, coins: mode == "cross" ? 0.05m : 0.02m);
        Assert.False(IsLiquidatedAt(run, safe));
        Assert.True(IsLiquidatedAt(run, safe + tick));
    }

    // At 45,636.3 the contracts are worth 0.21912382 coins, rounded up: 0.01912382 of the 0.02 are lost. 0.4 % asks for
    // 0.0008765, and 0.00087618 are left: all of it pays the fee of 1.25 %, which would be 0.00273905.
    [Fact]
    public void Every_unit_of_the_coin_is_accounted_for()
    {
        Venue run = Open("binance-coinm", Quantity.FromLots(100), "isolated", coins: 0.02m);
        InstrumentRules listed = run.Rules.Instruments[0];
        Price mark = PriceOf(listed, 45_636.3m);
        Assert.True(IsLiquidatedAt(run, mark));

        MarketEvent started = _facts.Single(fact => fact.Kind == EventKind.LiquidationStarted);
        Assert.Equal((87_618, 87_650), (started.Amount.MinorUnits, started.SecondAmount.MinorUnits));
        MarketEvent closed = _facts.Last(fact =>
            fact.Kind == EventKind.PositionChanged && fact.Account == Trader.Index
        );
        Assert.Equal(-1_912_382, closed.Amount.MinorUnits);
        Assert.Equal(mark, _facts.Single(fact => fact.Kind == EventKind.PositionLiquidated).Price);
        Assert.Equal(87_618, run.WalletOf(Venue.Fund).MinorUnits);
        Assert.Equal(0, run.WalletOf(Trader).MinorUnits);
        Assert.Equal(Int128.Zero, run.Surplus());
    }

    // 15 million dollars at 50,000 are 300 coins, of which 0.8 % are asked, not 0.4 %: 15,000,000 ÷ (300 + 30 − 2.4) = 45,787.5458. At
    // 45,787.5 30 − 27.60032761 coins are left, 2.39967239. A third is closed there: 200 coins at entry are at the limit, where 0.8 is asked.
    [Fact]
    public void Above_the_base_limit_an_order_brings_the_value_at_entry_down_to_it()
    {
        const string Venue = "bitmex-inverse";
        decimal stated = PriceStated(Ask(Venue, "XBTUSD", 15_000_000, "long", "isolated"));
        InstrumentRules listed = s_book.ReadForRuns(Venue).Instruments[0];
        Assert.Equal(45_787.5458m, decimal.Round(stated, 4));

        Venue run = Open(Venue, LotsOf(listed, 15_000_000), "isolated", coins: 30);
        Assert.Equal(Rejection.None, run.UpdateMark(default, s_contract, PriceOf(listed, 45_788)));
        Assert.DoesNotContain(_facts, fact => fact.Kind == EventKind.LiquidationStarted);
        Assert.Equal(Rejection.None, run.UpdateMark(default, s_contract, PriceOf(listed, 45_787.5m)));
        _log.Flush();

        MarketEvent started = _facts.Single(fact => fact.Kind == EventKind.LiquidationStarted);
        Assert.Equal((239_967_239, 240_000_000), (started.Amount.MinorUnits, started.SecondAmount.MinorUnits));
        Assert.Equal(50_000, _facts.Single(fact => fact.Kind == EventKind.PositionLiquidated).Quantity.Lots);
        Assert.Equal(100_000, run.LotsOf(Trader, s_contract).Lots);
        Assert.Equal(-20_000_000_000, run.PositionOf(Trader, s_contract).Cost.MinorUnits);
        Assert.Equal(80_000_000, run.MarginOf(Trader, s_contract).Maintenance.MinorUnits);
        Assert.Equal(Int128.Zero, run.Surplus());
    }

    void IEventObserver.Observe(ReadOnlySpan<MarketEvent> events) => _facts.AddRange(events);

    private static AccountId Trader => new(2);

    private static JsonNode Ask(string venue, string symbol, int quantity, string side, string mode)
    {
        string balance = mode == "cross" ? "\"balance\":0.05," : "";
        return AnswerTable.Ask(
            $$"""
            {"venue":"{{venue}}","kind":"margin","focus":"{{symbol}}","account":{"mode":"{{mode}}",{{balance}}"positions":[{"symbol":"{{symbol}}","side":"{{side}}","quantity":{{quantity}},"entryPrice":50000,"leverage":10,"markPrice":50000} ] } }
            """
        );
    }

    private static decimal PriceStated(JsonNode answer) =>
        decimal.Parse(answer["liquidationPrice"]!.ToJsonString(), CultureInfo.InvariantCulture);

    private static Quantity LotsOf(InstrumentRules listed, decimal dollars)
    {
        Assert.True(listed.Instrument.TryQuantity(dollars, out Quantity lots));
        return lots;
    }

    private Venue Open(string name, Quantity lots, string mode, decimal coins)
    {
        VenueRules rules = s_book.ReadForRuns(name);
        var venue = new Venue(rules, new MarkLessSlippage(Rate.Zero), new Limits(1, 1), _log);
        Price entry = PriceOf(rules.Instruments[0], 50_000);
        bool isCross = mode == "cross";
        Assert.True(rules.Settlement.TryFromDecimal(coins, out Money money));
        Assert.Equal(Rejection.None, venue.UpdateMark(default, s_contract, entry));
        venue.OpenAccount(default, isCross ? MarginMode.Cross : MarginMode.Isolated, weight: 1);
        Assert.Equal(Rejection.None, venue.Deposit(default, Trader, money));
        Assert.Equal(
            Rejection.None,
            venue.Adopt(
                default,
                s_contract,
                Trader,
                lots,
                entry,
                isCross ? Money.Zero : money,
                Leverage.FromMultiple(10)
            )
        );
        return venue;
    }

    private static bool IsLiquidatedAt(Venue venue, Price mark)
    {
        Assert.Equal(Rejection.None, venue.UpdateMark(default, s_contract, mark));
        return venue.LotsOf(Trader, s_contract).IsZero;
    }

    private static Price PriceOf(InstrumentRules listed, decimal price)
    {
        Assert.True(listed.Instrument.TryPrice(price, out Price exact));
        return exact;
    }
}
