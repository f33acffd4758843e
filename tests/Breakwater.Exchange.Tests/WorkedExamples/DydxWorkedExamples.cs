using Breakwater.Domain;
using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

/// <summary>dYdX v4's liquidations against the numbers of its own tests. Amounts in USDC; initial rate 0.2, maintenance half of it.</summary>
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
            DydxUnits.Millionth
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
            DydxUnits.Millionth,
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
            DydxUnits.PowerOfTen(row.Number("exponent")),
            row.Number("per tick"),
            sale: true
        );

        Assert.Null(row.Differs("subticks", subticks));
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
            DydxUnits.Millionth
        );
    }

    private sealed record Held(string Symbol, Rational Size, Rational Price)
    {
        public Rational Maintenance =>
            TwoStepMargin.Maintenance(
                TwoStepMargin.Initial(Size * Price, Rational.Parse("0.2"), DydxUnits.Millionth),
                Rational.Parse("0.5"),
                DydxUnits.Millionth
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
