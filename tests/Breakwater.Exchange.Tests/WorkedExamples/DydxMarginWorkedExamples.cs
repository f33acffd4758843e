using Breakwater.Domain;
using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

/// <summary>dYdX v4's margins and funding against the numbers of its own tests. Rates in millionths.</summary>
public sealed class DydxMarginWorkedExamples
{
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
        Rational rate = TwoStepMargin.MaintenanceRate(
            row.Number("initial") * DydxUnits.Millionth,
            row.Number("fraction") * DydxUnits.Millionth
        );

        Assert.Null(row.Differs("maintenance", rate / DydxUnits.Millionth));
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
            row.Number("rate") * DydxUnits.Millionth,
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
            row.Number("rate") * DydxUnits.Millionth,
            row.Number("open interest"),
            row.Number("lower cap"),
            row.Number("upper cap")
        );

        Assert.Null(row.Differs("rate after", (rate / DydxUnits.Millionth).ToInteger(Rounding.Floor)));
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
        Rational scale = DydxUnits.PowerOfTen(
            row.Number("exponent") + row.Number("resolution") + Rational.FromInteger(6)
        );
        Rational notional = (row.Number("quantums").Magnitude * row.Number("price") * scale).Truncate();
        Rational initial = TwoStepMargin.Initial(
            notional,
            row.Number("initial rate") * DydxUnits.Millionth,
            Rational.One
        );

        Assert.Null(row.Differs("initial margin", initial));
        Assert.Null(
            row.Differs(
                "maintenance margin",
                TwoStepMargin.Maintenance(initial, row.Number("fraction") * DydxUnits.Millionth, Rational.One)
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
        Rational initial = row.Number("initial") * DydxUnits.Millionth;
        Rational spread =
            initial - TwoStepMargin.MaintenanceRate(initial, row.Number("fraction") * DydxUnits.Millionth);

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
        Rational scale = DydxUnits.PowerOfTen(
            row.Number("exponent") + row.Number("resolution") + Rational.FromInteger(6)
        );
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
}
