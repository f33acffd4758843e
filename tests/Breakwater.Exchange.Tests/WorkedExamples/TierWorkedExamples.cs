using Breakwater.Domain;
using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

/// <summary>Deductions, marginal margins and settlements as venues publish them.</summary>
public sealed class TierWorkedExamples
{
    // Binance leverage brackets, copy of 2024-10-24.
    // GET /v5/market/risk-limit?category=linear&symbol=BTCUSDT, copy of 2026-08-05.
    // GET /v5/market/risk-limit?category=linear&symbol=ADAUSDT, same copy, copy of 2026-08-05.
    private static readonly WorkedTable Tables = WorkedTable.Parse(
        """
        | example              | floors                                                                                                                                                                                                                                                                                                                 | rates                                                                                                                                                                                                | deductions                                                                                                                                                                                                                                                |
        | binance-usdm-tier-02 | 0 50000 600000 3000000 12000000 70000000 100000000 230000000 480000000 600000000 800000000 1200000000                                                                                                                                                                                                                  | 0.004 0.005 0.0065 0.01 0.02 0.025 0.05 0.1 0.125 0.15 0.25 0.5                                                                                                                                      | 0.0 50.0 950.0 11450.0 131450.0 481450.0 2981450.0 14481450.0 26481450.0 41481450.0 121481450.0 421481450.0                                                                                                                                               |
        | binance-usdm-tier-03 | 0 50000 600000 3000000 12000000 50000000 65000000 150000000 320000000 400000000 530000000 800000000                                                                                                                                                                                                                    | 0.004 0.005 0.0065 0.01 0.02 0.025 0.05 0.1 0.125 0.15 0.25 0.5                                                                                                                                      | 0.0 50.0 950.0 11450.0 131450.0 381450.0 2006450.0 9506450.0 17506450.0 27506450.0 80506450.0 280506450.0                                                                                                                                                 |
        | bybit-linear-tier-01 | 0 2000000 2600000 3200000 3800000 4400000 5000000 5600000 8500000 10000000 14000000 20000000 28000000 38000000 50000000 55000000 60000000 65000000 70000000 75000000 80000000 85000000 90000000 95000000 100000000 105000000 110000000 115000000 120000000 150000000 200000000 250000000 400000000 600000000 800000000 | 0.005 0.0056 0.0063 0.0067 0.0071 0.0077 0.0091 0.01 0.013 0.015 0.016 0.02 0.025 0.029 0.03 0.035 0.036 0.038 0.04 0.045 0.05 0.055 0.06 0.065 0.07 0.085 0.095 0.1 0.12 0.14 0.18 0.3 0.42 0.5 0.6 | 0 1200 3020 4300 5820 8460 15460 20500 46000 66000 80000 160000 300000 452000 502000 777000 837000 967000 1107000 1482000 1882000 2307000 2757000 3232000 3732000 5307000 6407000 6982000 9382000 12382000 20382000 50382000 98382000 146382000 226382000 |
        | bybit-linear-tier-02 | 0 200000 300000 500000 900000 1300000 1700000 2100000 2500000 2900000 3300000 3700000 4100000 4500000 4900000 5000000 7000000 9000000 11000000 13000000                                                                                                                                                                | 0.0075 0.01 0.015 0.02 0.025 0.03 0.035 0.04 0.045 0.05 0.055 0.06 0.065 0.07 0.075 0.08 0.085 0.09 0.095 0.1                                                                                        | 0 500 2000 4500 9000 15500 24000 34500 47000 61500 78000 96500 117000 139500 164000 189000 224000 269000 324000 389000                                                                                                                                    |
        """
    );

    public static TheoryData<string> TablesRows => [.. Tables.Names];

    [Theory]
    [MemberData(nameof(TablesRows))]
    public void Deductions_follow_from_floors_and_rates(string example)
    {
        WorkedRow row = Tables[example];
        Assert.Equal(row.Numbers("deductions"), Deductions.Of(row.Numbers("floors"), row.Numbers("rates")));
    }

    // https://www.binance.com/en/support/faq/b3c689c1f50a44cabb3a84e663b81d93, copy of 2020-2022 copies.
    // https://www.binance.com/en/support/faq/ceccfcfb4e3a45e3b48b0b1bb1a8ae46, copy of 2021-02-05.
    private static readonly WorkedTable Steps = WorkedTable.Parse(
        """
        | example               | floor  | rate | previous rate | previous | deduction |
        | binance-usdm-tier-01  | 250000 | 0.01 | 0.005         | 50       | 1300      |
        | binance-coinm-tier-01 | 50     | 0.05 | 0.025         | 0.56     | 1.81      |
        """
    );

    public static TheoryData<string> StepsRows => [.. Steps.Names];

    [Theory]
    [MemberData(nameof(StepsRows))]
    public void One_deduction_follows_from_the_one_before(string example)
    {
        WorkedRow row = Steps[example];
        Rational step = Deductions.Step(row.Number("floor"), row.Number("previous rate"), row.Number("rate"));

        Assert.Null(row.Differs("deduction", row.Number("previous") + step));
    }

    // https://www.bybit.com/en/help-center/article/Maintenance-Margin-USDT-Contract: tiers in the search excerpt at
    // bybit-global.com, the result, copy of page updated 2026-04-16.
    // https://phemex.com/help-center/legerage-IM-MM-USDTM, copy of 2024-2025.
    private static readonly WorkedTable Margins = WorkedTable.Parse(
        """
        | example            | notional | limits                   | rates                      | maintenance |
        | bybit-linear-mm-01 | 3500     | 1000 2000 3000 4000 5000 | 0.02 0.025 0.03 0.035 0.04 | 92.5        |
        | phemex-usdm-mm-01  | 3000000  | 2000000 4000000          | 0.005 0.0075               | 17500       |
        """
    );

    public static TheoryData<string> MarginsRows => [.. Margins.Names];

    [Theory]
    [MemberData(nameof(MarginsRows))]
    public void Each_part_is_charged_its_own_rate(string example)
    {
        WorkedRow row = Margins[example];
        Rational[] floors = [Rational.Zero, .. row.Numbers("limits").SkipLast(1)];
        Rational[] rates = row.Numbers("rates");
        var schedule = TieredRequirements.Marginal([
            .. floors.Select((floor, k) => new Requirement(floor, rates[k], Rational.Zero, rates[k])),
        ]);
        Rational notional = row.Number("notional");

        Assert.Null(row.Differs("maintenance", schedule.Of(notional, notional).Maintenance(notional)));
    }

    // https://www.binance.com/en/support/faq/b3c689c1f50a44cabb3a84e663b81d93, copy of 2026.
    private static readonly WorkedTable Deducted = WorkedTable.Parse(
        """
        | example            | notional | rate | deduction | maintenance |
        | binance-usdm-mm-03 | 260000   | 0.01 | 1300      | 1300        |
        """
    );

    public static TheoryData<string> DeductedRows => [.. Deducted.Names];

    [Theory]
    [MemberData(nameof(DeductedRows))]
    public void Maintenance_is_a_share_less_the_deduction(string example)
    {
        WorkedRow row = Deducted[example];
        var asked = new Requirement(Rational.Zero, row.Number("rate"), row.Number("deduction"), Rational.One);

        Assert.Null(row.Differs("maintenance", asked.Maintenance(row.Number("notional"))));
    }

    // https://support.deribit.com/hc/en-us/articles/25944738177565-Linear-Perpetual, copy of 2025.
    private static readonly WorkedTable Sizes = WorkedTable.Parse(
        """
        | example           | size | base | per coin | price  | rate     | margin  |
        | deribit-linear-01 | 25   | 0.02 | 0.00005  | 100000 | 0.02125  | 53125   |
        | deribit-linear-02 | 350  | 0.02 | 0.00005  | 100000 | 0.0375   | 1312500 |
        | deribit-linear-03 | 25   | 0.04 | 0.000005 | 200    | 0.040125 | 200.625 |
        | deribit-linear-04 | 6000 | 0.04 | 0.000005 | 200    | 0.07     | 84000   |
        | deribit-linear-05 | 25   | 0.01 | 0.00005  | 100000 | 0.01125  | 28125   |
        | deribit-linear-06 | 25   | 0.02 | 0.000005 | 200    | 0.020125 | 100.625 |
        """
    );

    public static TheoryData<string> SizesRows => [.. Sizes.Names];

    [Theory]
    [MemberData(nameof(SizesRows))]
    public void Rates_rise_with_the_size(string example)
    {
        WorkedRow row = Sizes[example];
        Rational size = row.Number("size");
        var schedule = new LinearInSizeRequirements(row.Number("base"), row.Number("base"), row.Number("per coin"));
        Requirement asked = schedule.Tier(0, size);

        Assert.Null(row.Differs("rate", asked.MaintenanceRate));
        Assert.Null(row.Differs("margin", asked.Maintenance(size * row.Number("price"))));
    }

    // https://hyperliquid.gitbook.io/hyperliquid-docs/trading/liquidations and /margin-tiers, copy of 2024-2025.
    private static readonly WorkedTable Halves = WorkedTable.Parse(
        """
        | example            | max leverage | rate   | tolerance |
        | hyperliquid-mmr-01 | 50           | 0.01   | 0         |
        | hyperliquid-mmr-02 | 40           | 0.0125 | 0         |
        | hyperliquid-mmr-03 | 20           | 0.025  | 0         |
        | hyperliquid-mmr-04 | 3            | 0.167  | 0.0005    |
        """
    );

    public static TheoryData<string> HalvesRows => [.. Halves.Names];

    [Theory]
    [MemberData(nameof(HalvesRows))]
    public void The_rate_is_half_of_the_margin_at_highest_leverage(string example)
    {
        WorkedRow row = Halves[example];
        Rational initial = Rational.One / row.Number("max leverage");

        Assert.Null(row.Differs("rate", initial / Rational.FromInteger(2)));
    }

    // https://www.bybit.com/en/help-center/article/Insurance-Fund, copy of page updated 2026-03-24.
    private static readonly WorkedTable Funds = WorkedTable.Parse(
        """
        | example              | side | quantity | bankruptcy price | fill  | delta |
        | bybit-linear-fund-01 | long | 1        | 64000            | 64980 | 980   |
        | bybit-linear-fund-02 | long | 1        | 64000            | 63950 | -50   |
        """
    );

    public static TheoryData<string> FundsRows => [.. Funds.Names];

    [Theory]
    [MemberData(nameof(FundsRows))]
    public void The_fund_has_the_difference_to_the_bankruptcy_price(string example)
    {
        WorkedRow row = Funds[example];
        var holding = new Holding(
            ContractKind.Linear,
            row.Side,
            row.Number("quantity"),
            row.Number("bankruptcy price"),
            row.Number("fill")
        );

        Assert.Null(
            row.Differs("delta", FundShare.OfDifference(holding, row.Number("fill"), row.Number("bankruptcy price")))
        );
    }

    // https://www.okx.com/help-center/360054690531, copy of 2024-2026.
    // https://prjmp.com/3320.html, copy of OKX's multi-currency page, copy of 2023-2025.
    private static readonly WorkedTable Collateral = WorkedTable.Parse(
        """
        | example      | amount   | price | limits                    | ratios                                | value    |
        | okx-multi-01 | 100      | 60000 | 20 25 30 50 70 90 110     | 0.98 0.975 0.97 0.965 0.96 0.955 0.95 | 5785500  |
        | okx-multi-02 | 11000000 | 1     | 5000000 10000000 15000000 | 1 0.975 0.95                          | 10825000 |
        """
    );

    public static TheoryData<string> CollateralRows => [.. Collateral.Names];

    [Theory]
    [MemberData(nameof(CollateralRows))]
    public void Collateral_counts_by_tier(string example)
    {
        WorkedRow row = Collateral[example];
        Rational[] ratios = row.Numbers("ratios");
        CollateralTier[] tiers = [.. row.Numbers("limits").Select((limit, k) => new CollateralTier(limit, ratios[k]))];

        Assert.Null(row.Differs("value", CollateralValue.Of(row.Number("amount"), row.Number("price"), tiers)));
    }

    // https://www.binance.com/en/futures/trading-rules/perpetual/multi-asset-info, copy of 2021-2022 (threshold
    // -10,000).
    // https://www.binance.com/en/futures/trading-rules/perpetual/multi-asset-info, copy of 2024-2025 (threshold
    // -5,000 for regular and VIP 1).
    private static readonly WorkedTable Conversions = WorkedTable.Parse(
        """
        | example          | deficit | haircut | sold    | tolerance |
        | binance-multi-04 | 20000   | 0.025   | 20513   | 0.5       |
        | binance-multi-05 | 5000    | 0.025   | 5128.20 | 0.01      |
        """
    );

    public static TheoryData<string> ConversionsRows => [.. Conversions.Names];

    [Theory]
    [MemberData(nameof(ConversionsRows))]
    public void A_deficit_is_covered_by_selling(string example)
    {
        WorkedRow row = Conversions[example];
        Assert.Null(row.Differs("sold", CollateralValue.SoldFor(row.Number("deficit"), row.Number("haircut"))));
    }
}
