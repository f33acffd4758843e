using Breakwater.Domain;
using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

/// <summary>dYdX v4 against the numbers of its own tests. Amounts in USDC; initial rate 0.2, maintenance half of it.</summary>
public sealed class DydxWorkedExamples
{
    // dydxprotocol/v4-chain protocol/x/clob/keeper/liquidations_test.go at 56b4b49d3c,
    // TestGetBankruptcyPriceInQuoteQuantums.
    private static readonly WorkedTable Bankruptcy = WorkedTable.Parse(
        """
        | example            | quote balance | positions                      | symbol | change      | closing quote |
        | dydx-bankruptcy-01 | -4501         | BTC:0.1@50000                  | BTC    | -0.1        | 4501          |
        | dydx-bankruptcy-02 | 5499          | BTC:-0.1@50000                 | BTC    | 0.1         | -5499         |
        | dydx-bankruptcy-03 | -5000         | BTC:0.1@50000                  | BTC    | -0.1        | 5000          |
        | dydx-bankruptcy-04 | -5000         | BTC:0.1@50000                  | BTC    | -0.05       | 2500          |
        | dydx-bankruptcy-05 | 5000          | BTC:-0.1@50000                 | BTC    | 0.05        | -2500         |
        | dydx-bankruptcy-06 | -5100         | BTC:0.1@50000                  | BTC    | -0.1        | 5100          |
        | dydx-bankruptcy-07 | 4900          | BTC:-0.1@50000                 | BTC    | 0.1         | -4900         |
        | dydx-bankruptcy-08 | -490          | BTC:0.004@50000 ETH:0.1@3000   | ETH    | -0.1        | 294           |
        | dydx-bankruptcy-09 | 510           | BTC:-0.004@50000 ETH:-0.1@3000 | ETH    | 0.1         | -306          |
        | dydx-bankruptcy-10 | 110           | BTC:0.004@50000 ETH:-0.1@3000  | ETH    | 0.1         | -306          |
        | dydx-bankruptcy-11 | -13           | BTC:1@50000                    | BTC    | -0.00021347 | 0.002776      |
        | dydx-bankruptcy-12 | 13            | BTC:-1@50000                   | BTC    | 0.00021347  | -0.002775     |
        | dydx-bankruptcy-13 | 1             | BTC:1@50000                    | BTC    | -1          | -1            |
        """
    );

    public static TheoryData<string> BankruptcyRows => [.. Bankruptcy.Names];

    [Theory]
    [MemberData(nameof(BankruptcyRows))]
    public void Closing_at_the_bankruptcy_price_is_worth(string example)
    {
        WorkedRow row = Bankruptcy[example];
        Assert.Null(row.Differs("closing quote", ClosingQuoteOf(row)));
    }

    // dydxprotocol/v4-chain protocol/x/clob/keeper/liquidations_test.go at 56b4b49d3c, TestGetFillablePrice.
    private static readonly WorkedTable Fillable = WorkedTable.Parse(
        """
        | example          | quote balance | positions                    | symbol | adjustment  | spread   | fillable price |
        | dydx-fillable-01 | -4501         | BTC:0.1@50000                | BTC    | 1           | 0.1      | 49999          |
        | dydx-fillable-02 | -4501         | BTC:0.1@50000                | BTC    | 2           | 0.1      | 49998          |
        | dydx-fillable-03 | -4501         | BTC:0.1@50000                | BTC    | 1           | 0.2      | 49998          |
        | dydx-fillable-04 | 5499          | BTC:-0.1@50000               | BTC    | 1           | 0.1      | 50001          |
        | dydx-fillable-05 | 5499          | BTC:-0.1@50000               | BTC    | 2           | 0.1      | 50002          |
        | dydx-fillable-06 | -5000         | BTC:0.1@50000                | BTC    | 1           | 0.1      | 49500          |
        | dydx-fillable-07 | -5000         | BTC:0.1@50000                | BTC    | 1           | 0.1      | 49500          |
        | dydx-fillable-08 | 5000          | BTC:-0.1@50000               | BTC    | 1           | 0.1      | 50500          |
        | dydx-fillable-09 | -5500         | BTC:0.1@50000                | BTC    | 1           | 0.1      | 49500          |
        | dydx-fillable-10 | 4500          | BTC:-0.1@50000               | BTC    | 1           | 0.1      | 50500          |
        | dydx-fillable-11 | -490          | BTC:0.004@50000 ETH:0.1@3000 | ETH    | 1           | 0.1      | 2976           |
        | dydx-fillable-12 | -4501         | BTC:0.1@50000                | BTC    | 4294.967295 | 0.1      | 49500          |
        | dydx-fillable-13 | -4501         | BTC:0.1@50000                | BTC    | 1           | 0.000001 | 49999.99999    |
        | dydx-fillable-14 | -4501         | BTC:0.1@50000                | BTC    | 1           | 1        | 49990          |
        """
    );

    public static TheoryData<string> FillableRows => [.. Fillable.Names];

    [Theory]
    [MemberData(nameof(FillableRows))]
    public void The_fillable_price_is(string example)
    {
        WorkedRow row = Fillable[example];
        Subaccount account = Subaccount.Of(row);
        Held held = account[row["symbol"]];
        Rational price = FillablePrice.Of(
            held.Size,
            held.Price,
            held.Maintenance,
            account.Collateral,
            account.Maintenance,
            row.Number("adjustment"),
            row.Number("spread")
        );

        Assert.Null(row.Differs("fillable price", price));
    }

    // dydxprotocol/v4-chain protocol/x/clob/keeper/liquidations_test.go at 56b4b49d3c,
    // TestGetLiquidationInsuranceFundDelta.
    private static readonly WorkedTable Fund = WorkedTable.Parse(
        """
        | example      | quote balance | positions      | symbol | change | fill  | max fee | fund delta |
        | dydx-fund-01 | -5100         | BTC:0.1@50000  | BTC    | -0.1   | 56100 | 0.005   | 28.05      |
        | dydx-fund-02 | -5100         | BTC:0.1@50000  | BTC    | -0.1   | 56100 | 0.025   | 140.25     |
        | dydx-fund-03 | -5100         | BTC:0.1@50000  | BTC    | -0.1   | 56100 | 1       | 510        |
        | dydx-fund-04 | 4900          | BTC:-0.1@50000 | BTC    | 0.1    | 44100 | 0.005   | 22.05      |
        | dydx-fund-05 | 4900          | BTC:-0.1@50000 | BTC    | 0.1    | 44100 | 0.025   | 110.25     |
        | dydx-fund-06 | 4900          | BTC:-0.1@50000 | BTC    | 0.1    | 44100 | 1       | 490        |
        | dydx-fund-07 | -5100         | BTC:0.1@50000  | BTC    | -0.1   | 51051 | 0.005   | 5.1        |
        | dydx-fund-08 | 4900          | BTC:-0.1@50000 | BTC    | 0.1    | 48951 | 0.005   | 4.9        |
        | dydx-fund-09 | -5100         | BTC:0.1@50000  | BTC    | -0.1   | 51000 | 0.005   | 0          |
        | dydx-fund-10 | -5100         | BTC:0.1@50000  | BTC    | -0.1   | 50490 | 0.005   | -51        |
        | dydx-fund-11 | 4900          | BTC:-0.1@50000 | BTC    | 0.1    | 49490 | 0.005   | -49        |
        """
    );

    public static TheoryData<string> FundRows => [.. Fund.Names];

    [Theory]
    [MemberData(nameof(FundRows))]
    public void The_fund_receives_or_pays(string example)
    {
        WorkedRow row = Fund[example];
        Rational delta = FundShare.OfSurplus(
            row.Number("change"),
            row.Number("fill"),
            ClosingQuoteOf(row),
            row.Number("max fee"),
            s_unit
        );

        Assert.Null(row.Differs("fund delta", delta));
    }

    // dydxprotocol/v4-chain protocol/x/clob/keeper/liquidations_test.go at 56b4b49d3c,
    // TestGetPerpetualPositionToLiquidate.
    private static readonly WorkedTable Block = WorkedTable.Parse(
        """
        | example         | size | price | min notional | max portion | step       | quantity |
        | dydx-partial-01 | 0.1  | 50000 | 10000        | 1           | 0.00000010 | 0.1      |
        | dydx-partial-02 | 0.1  | 50000 | 0.001        | 0.5         | 0.00000010 | 0.05     |
        """
    );

    public static TheoryData<string> BlockRows => [.. Block.Names];

    [Theory]
    [MemberData(nameof(BlockRows))]
    public void A_block_takes(string example)
    {
        WorkedRow row = Block[example];
        Rational size = LiquidationSize.WithinBlock(
            row.Number("size"),
            row.Number("price"),
            row.Number("min notional"),
            row.Number("max portion"),
            s_unit,
            row.Number("step")
        );

        Assert.Null(row.Differs("quantity", size));
    }

    // dydxprotocol/v4-chain protocol/x/clob/keeper/liquidations_test.go at 56b4b49d3c, TestIsLiquidatable.
    private static readonly WorkedTable Trigger = WorkedTable.Parse(
        """
        | example         | quote balance | positions     | liquidatable |
        | dydx-trigger-01 | -4000         | BTC:0.1@50000 | false        |
        | dydx-trigger-02 | -4500         | BTC:0.1@50000 | false        |
        | dydx-trigger-03 | -4501         | BTC:0.1@50000 | true         |
        """
    );

    public static TheoryData<string> TriggerRows => [.. Trigger.Names];

    [Theory]
    [MemberData(nameof(TriggerRows))]
    public void An_account_is_liquidatable(string example)
    {
        WorkedRow row = Trigger[example];
        Subaccount account = Subaccount.Of(row);

        Assert.Equal(row["liquidatable"] == "true", account.Collateral < account.Maintenance);
    }

    // dydxprotocol/v4-chain protocol/x/perpetuals/types/liquidity_tier_test.go at 01a48f236c.
    private static readonly WorkedTable MaintenanceRates = WorkedTable.Parse(
        """
        | example     | initial | fraction | maintenance |
        | dydx-mmf-01 | 150000  | 800000   | 120000      |
        | dydx-mmf-02 | 450000  | 770000   | 346500      |
        | dydx-mmf-03 | 637239  | 289284   | 184343      |
        """
    );

    public static TheoryData<string> MaintenanceRatesRows => [.. MaintenanceRates.Names];

    [Theory]
    [MemberData(nameof(MaintenanceRatesRows))]
    public void The_maintenance_rate_in_millionths_is(string example)
    {
        WorkedRow row = MaintenanceRates[example];
        Rational rate = TwoStepMargin.MaintenanceRate(row.Number("initial") * s_unit, row.Number("fraction") * s_unit);

        Assert.Null(row.Differs("maintenance", rate / s_unit));
    }

    // dydxprotocol/v4-chain protocol/x/perpetuals/types/liquidity_tier_test.go at 01a48f236c.
    private static readonly WorkedTable OpenInterest = WorkedTable.Parse(
        """
        | example     | rate   | notional | open interest  | lower cap      | upper cap      | initial margin |
        | dydx-imf-01 | 567243 | 123456   | 0              | 0              | 0              | 70030          |
        | dydx-imf-02 | 100000 | 1        | 0              | 0              | 0              | 1              |
        | dydx-imf-03 | 200000 | 500000   | 1500000000000  | 1000000000000  | 2000000000000  | 300000         |
        | dydx-imf-04 | 200000 | 500000   | 80000000000000 | 25000000000000 | 50000000000000 | 500000         |
        | dydx-imf-05 | 200000 | 500000   | 28123456789123 | 25000000000000 | 60000000000000 | 135697         |
        """
    );

    public static TheoryData<string> OpenInterestRows => [.. OpenInterest.Names];

    [Theory]
    [MemberData(nameof(OpenInterestRows))]
    public void Initial_margin_rises_with_open_interest(string example)
    {
        WorkedRow row = OpenInterest[example];
        Rational rate = InitialMargin.RateAtOpenInterest(
            row.Number("rate") * s_unit,
            row.Number("open interest"),
            row.Number("lower cap"),
            row.Number("upper cap")
        );

        Assert.Null(row.Differs("initial margin", TwoStepMargin.Initial(row.Number("notional"), rate, Rational.One)));
    }

    // dydxprotocol/v4-chain protocol/x/perpetuals/types/liquidity_tier_test.go at 01a48f236c,
    // TestGetAdjustedInitialMarginPpm.
    private static readonly WorkedTable EffectiveRate = WorkedTable.Parse(
        """
        | example     | rate   | notional | open interest | lower cap | upper cap | rate after |
        | dydx-imf-06 | 200000 | 0        | 1234567       | 1000000   | 2000000   | 387653     |
        """
    );

    public static TheoryData<string> EffectiveRateRows => [.. EffectiveRate.Names];

    [Theory]
    [MemberData(nameof(EffectiveRateRows))]
    public void The_effective_initial_rate_is(string example)
    {
        WorkedRow row = EffectiveRate[example];
        Rational rate = InitialMargin.RateAtOpenInterest(
            row.Number("rate") * s_unit,
            row.Number("open interest"),
            row.Number("lower cap"),
            row.Number("upper cap")
        );

        Assert.Null(row.Differs("rate after", (rate / s_unit).ToInteger(Rounding.Floor)));
    }

    // dydxprotocol/v4-chain protocol/x/perpetuals/lib/lib_test.go at 08dfc6cb1f.
    private static readonly WorkedTable Margins = WorkedTable.Parse(
        """
        | example        | price        | exponent | resolution | quantums | initial rate | fraction | initial margin   | maintenance margin |
        | dydx-margin-01 | 5555         | 2        | -8         | 7000     | 200          | 500000   | 7777             | 3889               |
        | dydx-margin-02 | 5555         | 0        | -4         | 7000     | 10000        | 500000   | 38885000         | 19442500           |
        | dydx-margin-03 | 42000000     | -2       | -6         | -5000    | 10000        | 500000   | 21000000         | 10500000           |
        | dydx-margin-04 | 123456789123 | -5       | 4          | 1        | 200000       | 500000   | 2469135782460000 | 1234567891230000   |
        """
    );

    public static TheoryData<string> MarginsRows => [.. Margins.Names];

    [Theory]
    [MemberData(nameof(MarginsRows))]
    public void Both_margins_are_rounded_up(string example)
    {
        WorkedRow row = Margins[example];
        Rational scale = PowerOfTen(row.Number("exponent") + row.Number("resolution") + Rational.FromInteger(6));
        Rational notional = (row.Number("quantums").Magnitude * row.Number("price") * scale).Truncate();
        Rational initial = TwoStepMargin.Initial(notional, row.Number("initial rate") * s_unit, Rational.One);

        Assert.Null(row.Differs("initial margin", initial));
        Assert.Null(
            row.Differs(
                "maintenance margin",
                TwoStepMargin.Maintenance(initial, row.Number("fraction") * s_unit, Rational.One)
            )
        );
    }

    // dydxprotocol/v4-chain protocol/x/perpetuals/types/liquidity_tier_test.go at 01a48f236c.
    private static readonly WorkedTable FundingCaps = WorkedTable.Parse(
        """
        | example            | factor    | initial | fraction | largest   |
        | dydx-fundingcap-01 | 6000000   | 150000  | 800000   | 180000    |
        | dydx-fundingcap-02 | 3000000   | 1000000 | 0        | 3000000   |
        | dydx-fundingcap-03 | 423978721 | 745345  | 564947   | 137481459 |
        """
    );

    public static TheoryData<string> FundingCapsRows => [.. FundingCaps.Names];

    [Theory]
    [MemberData(nameof(FundingCapsRows))]
    public void The_largest_funding_rate_in_millionths_is(string example)
    {
        WorkedRow row = FundingCaps[example];
        Rational initial = row.Number("initial") * s_unit;
        Rational spread = initial - TwoStepMargin.MaintenanceRate(initial, row.Number("fraction") * s_unit);

        Assert.Null(row.Differs("largest", (row.Number("factor") * spread).ToInteger(Rounding.Floor)));
    }

    // dydxprotocol/v4-chain protocol/x/perpetuals/funding/funding_test.go at 5d3b4a79d8.
    private static readonly WorkedTable FundingIndexes = WorkedTable.Parse(
        """
        | example              | price | exponent | resolution | rate     | seconds | delta          |
        | dydx-fundingindex-01 | 1000  | 0        | -12        | 1001999  | 28800   | 1001           |
        | dydx-fundingindex-02 | 1000  | 0        | -12        | -1001999 | 28800   | -1001          |
        | dydx-fundingindex-03 | 1000  | 2        | -4         | -1001999 | 14400   | -5009995000000 |
        | dydx-fundingindex-04 | 1000  | -6       | 0          | -1001999 | 3600    | -125249875     |
        """
    );

    public static TheoryData<string> FundingIndexesRows => [.. FundingIndexes.Names];

    [Theory]
    [MemberData(nameof(FundingIndexesRows))]
    public void The_funding_index_moves_towards_zero_by(string example)
    {
        WorkedRow row = FundingIndexes[example];
        Rational scale = PowerOfTen(row.Number("exponent") + row.Number("resolution") + Rational.FromInteger(6));
        Rational delta = FundingRate.IndexDelta(row.Number("price") * scale, row.Number("rate"), row.Number("seconds"));

        Assert.Null(row.Differs("delta", delta));
    }

    // dydxprotocol/v4-chain protocol/x/perpetuals/lib/lib_test.go at 08dfc6cb1f.
    private static readonly WorkedTable Settlements = WorkedTable.Parse(
        """
        | example            | quantums | index then   | index now    | settlement         |
        | dydx-settlement-01 | 1000000  | 100000000000 | 123456789123 | -23456789123000000 |
        | dydx-settlement-02 | -1000000 | 100000000000 | 123456789123 | 23456789123000000  |
        | dydx-settlement-03 | 30000    | -100         | 100          | -6000000           |
        | dydx-settlement-04 | -5000000 | 100          | -50          | -750000000         |
        """
    );

    public static TheoryData<string> SettlementsRows => [.. Settlements.Names];

    [Theory]
    [MemberData(nameof(SettlementsRows))]
    public void A_position_settles(string example)
    {
        WorkedRow row = Settlements[example];
        Rational moved = row.Number("index now") - row.Number("index then");

        Assert.Null(row.Differs("settlement", -moved * row.Number("quantums")));
    }

    // dydxprotocol/v4-chain protocol/x/clob/keeper/liquidations_test.go at 56b4b49d3c,
    // TestConvertFillablePriceToSubticks.
    private static readonly WorkedTable Subticks = WorkedTable.Parse(
        """
        | example          | fillable price          | exponent | per tick | subticks             |
        | dydx-subticks-02 | 7                       | 1        | 100      | 100                  |
        | dydx-subticks-03 | 197                     | 1        | 100      | 100                  |
        | dydx-subticks-04 | 10000000000000000000000 | 1        | 100      | 18446744073709551600 |
        """
    );

    public static TheoryData<string> SubticksRows => [.. Subticks.Names];

    [Theory]
    [MemberData(nameof(SubticksRows))]
    public void A_fillable_price_in_subticks_is(string example)
    {
        WorkedRow row = Subticks[example];
        Rational subticks = FillablePrice.ToSubticks(
            row.Number("fillable price"),
            PowerOfTen(row.Number("exponent")),
            row.Number("per tick"),
            sale: true
        );

        Assert.Null(row.Differs("subticks", subticks));
    }

    private static readonly Rational s_unit = Rational.FromFraction(1, 1_000_000);

    private static Rational PowerOfTen(Rational power)
    {
        Rational ten = Rational.FromInteger(10);
        Rational result = Rational.One;
        for (long k = Math.Abs(power.ToInt64(Rounding.Floor)); k > 0; k--)
        {
            result = power.IsNegative ? result / ten : result * ten;
        }

        return result;
    }

    private static Rational ClosingQuoteOf(WorkedRow row)
    {
        Subaccount account = Subaccount.Of(row);
        Held held = account[row["symbol"]];
        Held after = held with { Size = held.Size + row.Number("change") };
        return BankruptcyPrice.ClosingQuote(
            row.Number("change"),
            held.Price,
            account.Collateral,
            held.Maintenance - after.Maintenance,
            account.Maintenance,
            s_unit
        );
    }

    private sealed record Held(string Symbol, Rational Size, Rational Price)
    {
        public Rational Maintenance =>
            TwoStepMargin.Maintenance(
                TwoStepMargin.Initial(Size * Price, Rational.Parse("0.2"), s_unit),
                Rational.Parse("0.5"),
                s_unit
            );
    }

    private sealed record Subaccount(Rational Quote, Held[] Positions)
    {
        public Held this[string symbol] => Array.Find(Positions, held => held.Symbol == symbol)!;

        public Rational Collateral => Positions.Aggregate(Quote, (sum, held) => sum + held.Size * held.Price);

        public Rational Maintenance => Positions.Aggregate(Rational.Zero, (sum, held) => sum + held.Maintenance);

        public static Subaccount Of(WorkedRow row) =>
            new(
                row.Number("quote balance"),
                [
                    .. row["positions"]
                        .Split(' ')
                        .Select(text => text.Split(':', '@'))
                        .Select(part => new Held(part[0], Rational.Parse(part[1]), Rational.Parse(part[2]))),
                ]
            );
    }
}
