using Breakwater.Domain;
using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

/// <summary>Collateral that is sold to repay debts, beside the venue's own figures and a twin that sells unit by unit.</summary>
public sealed class ConversionTests
{
    private const int Draws = 500;

    // trading-rules/perpetual/multi-asset-info: -20,000 (2021), -10,000 (its copies), -5,000 (2025), each over 97.5 %.
    [Theory]
    [InlineData(20_000, "20512.82")]
    [InlineData(10_000, "10256.41")]
    [InlineData(5_000, "5128.20")]
    public void Binance_sells_the_deficit_over_what_selling_leaves(long debt, string worth)
    {
        CollateralHolding[] holdings = [Holding("USDC", -debt, 1, "1"), Holding("BTC", 1, 60_000, "0.95")];
        ConversionRules rules = Rules(ConversionOrder.InProportion, "0.025", ("USDC", 5_000));

        Repayment repayment = Assert.Single(Repay(holdings, rules, liquidated: false));

        Assert.Equal(Rational.FromInteger(debt), repayment.Repaid);
        Assert.Equal(Rational.Parse(worth), repayment.Sales[0].Worth.RoundTo(Rational.Parse("0.01"), Rounding.Floor));
        Assert.Equal(Rational.Zero, holdings[0].Amount);
    }

    [Fact]
    public void A_debt_below_its_limit_or_without_one_stands_until_liquidation()
    {
        CollateralHolding[] holdings = [Holding("USDC", -4_999, 1, "1"), Holding("BTC", 1, 60_000, "0.95")];
        ConversionRules limited = Rules(ConversionOrder.InProportion, "0", ("USDC", 5_000));

        Assert.Empty(Repay(holdings, limited, liquidated: false));
        Assert.Empty(Repay(holdings, Rules(ConversionOrder.InProportion, "0"), liquidated: false));
        Assert.Equal(Rational.FromInteger(4_999), Assert.Single(Repay(holdings, limited, liquidated: true)).Repaid);
    }

    [Fact]
    public void What_counts_for_nothing_is_not_sold()
    {
        CollateralHolding[] holdings = [Holding("USDT", -10, 1, "1"), Holding("CVC", 1_000, 1, "0")];

        Repayment repayment = Assert.Single(
            Repay(holdings, Rules(ConversionOrder.HighestRatioFirst, "0"), liquidated: true)
        );

        Assert.Equal(Rational.Zero, repayment.Repaid);
        Assert.Equal(Rational.FromInteger(10), repayment.Owed);
    }

    // One unit at a time of the best asset that is left, each worth 1.
    [Fact]
    public void In_order_of_ratio_it_is_as_if_sold_unit_by_unit()
    {
        var luck = new Luck(21);
        for (int draw = 0; draw < Draws; draw++)
        {
            (CollateralHolding[] holdings, long debt) = Draw(luck);
            long[] twin = [.. holdings.Select(holding => holding.Amount.ToInt64(Rounding.Floor))];
            int[] order = [.. Enumerable.Range(1, twin.Length - 1).OrderByDescending(i => holdings[i].FirstRatio)];
            // Each unit brings 0.8.
            for (long owed = 10 * debt; owed > 0 && Array.Exists(order, i => twin[i] > 0); owed -= 8)
            {
                twin[order.First(i => twin[i] > 0)]--;
            }

            Repay(holdings, Rules(ConversionOrder.HighestRatioFirst, "0.2"), liquidated: true);

            for (int i = 1; i < twin.Length; i++)
            {
                Assert.True((holdings[i].Amount - Rational.FromInteger(twin[i])).Magnitude < Rational.One);
            }
        }
    }

    // The share of everything that just suffices, found by halving.
    [Fact]
    public void In_proportion_every_asset_gives_the_same_share()
    {
        var luck = new Luck(22);
        for (int draw = 0; draw < Draws; draw++)
        {
            (CollateralHolding[] holdings, long debt) = Draw(luck);
            double[] before = [.. holdings.Select(holding => holding.Worth.ToDouble())];
            double all = before.Skip(1).Sum();
            (double low, double high) = (0, 1);
            for (int step = 0; step < 60; step++)
            {
                double middle = (low + high) / 2;
                (low, high) = middle * all * 0.8 < debt ? (middle, high) : (low, middle);
            }

            Repay(holdings, Rules(ConversionOrder.InProportion, "0.2"), liquidated: true);

            for (int i = 1; i < holdings.Length; i++)
            {
                Assert.Equal(before[i] * (1 - high), holdings[i].Worth.ToDouble(), 6);
            }
        }
    }

    [Theory]
    [InlineData(ConversionOrder.InProportion)]
    [InlineData(ConversionOrder.HighestRatioFirst)]
    public void Nothing_is_lost_but_the_cost_of_selling(ConversionOrder order)
    {
        var luck = new Luck(23);
        for (int draw = 0; draw < Draws; draw++)
        {
            (CollateralHolding[] holdings, _) = Draw(luck);
            Rational before = Worth(holdings);

            IReadOnlyList<Repayment> repayments = Repay(holdings, Rules(order, "0.025"), liquidated: true);

            Rational cost = repayments
                .SelectMany(repayment => repayment.Sales)
                .Aggregate(Rational.Zero, (sum, sale) => sum + sale.Cost);
            Assert.Equal(before, Worth(holdings) + cost);
            Assert.All(holdings.Skip(1), holding => Assert.False(holding.Amount.IsNegative));
            Assert.True(holdings[0].Amount.IsZero || holdings.Skip(1).All(holding => holding.Amount.IsZero));
        }
    }

    private static (CollateralHolding[] Holdings, long Debt) Draw(Luck luck)
    {
        long debt = luck.Between(1, 300);
        return (
            [
                Holding("USDT", -debt, 1, "1"),
                .. Enumerable
                    .Range(1, (int)luck.Between(1, 4))
                    .Select(i => Holding($"COIN{i}", luck.Between(1, 150), 1, luck.Of("0.95", "0.9", "0.5", "0.1"))),
            ],
            debt
        );
    }

    private static IReadOnlyList<Repayment> Repay(
        CollateralHolding[] holdings,
        ConversionRules rules,
        bool liquidated
    ) =>
        Conversion.Repay(
            holdings,
            holdings.Select(holding => Conversion.Due(holding, Rational.Zero, rules, liquidated)).ToArray(),
            rules
        );

    private static ConversionRules Rules(ConversionOrder order, string haircut, params (string, long)[] limits) =>
        new(
            order,
            ConversionTime.BeforePositions,
            DebtCountsProfit: false,
            RepaysWholeDebt: true,
            Rational.Parse(haircut),
            limits.ToDictionary(
                limit => limit.Item1,
                limit => Rational.FromInteger(limit.Item2),
                StringComparer.Ordinal
            )
        );

    private static CollateralHolding Holding(string asset, long amount, long price, string ratio) =>
        new(
            asset,
            Rational.FromInteger(amount),
            Rational.FromInteger(price),
            [new CollateralTier(null, Rational.Parse(ratio))],
            null,
            null
        );

    private static Rational Worth(CollateralHolding[] holdings) =>
        holdings.Aggregate(Rational.Zero, (sum, holding) => sum + holding.Worth);
}
