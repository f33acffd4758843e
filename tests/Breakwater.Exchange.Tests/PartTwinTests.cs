using System.Numerics;
using Breakwater.Domain;
using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

/// <summary>Each exact part beside a twin that does the same the long way round.</summary>
public sealed class PartTwinTests
{
    private const int Draws = 2_000;

    [Fact]
    public void Marginal_margin_is_the_sum_over_the_pieces()
    {
        var luck = new Luck(1);
        for (int draw = 0; draw < Draws; draw++)
        {
            Requirement[] tiers = DrawTiers(luck);
            var schedule = TieredRequirements.Marginal(tiers);
            Rational notional = Rational.FromFraction(luck.OfAnySize(1_000_000_000), 100);
            Rational pieces = Rational.Zero;
            for (int k = 0; k < tiers.Length; k++)
            {
                Rational top = k + 1 < tiers.Length ? Rational.Min(notional, tiers[k + 1].Floor) : notional;
                pieces += Rational.Max(top - tiers[k].Floor, Rational.Zero) * tiers[k].MaintenanceRate;
            }

            Assert.Equal(pieces, schedule.Of(notional, notional).Maintenance(notional));
        }
    }

    [Fact]
    public void The_engine_and_the_calculator_charge_and_liquidate_alike()
    {
        var luck = new Luck(2);
        var instrument = new Instrument(new InstrumentId(0), "BTCUSDT", Currency.Usdt, 0.1m, 0.001m);
        for (int draw = 0; draw < Draws; draw++)
        {
            Requirement[] tiers = DrawTiers(luck);
            var engine = MarginSchedule.FromBrackets([
                .. tiers.Select(tier => (Minor(tier.Floor), RateOf(tier.MaintenanceRate), Leverage.FromMultiple(2))),
            ]);
            var exact = TieredRequirements.Marginal(tiers);
            Quantity lots = Quantity.FromLots(luck.OfAnySize(1_000_000) * luck.Of(1, -1));
            Price entry = Price.FromTicks(luck.Between(100_000, 1_000_000));
            Money notional = instrument.Notional(entry, lots);
            Money balance = Money.FromMinorUnits(luck.OfAnySize(notional.Magnitude.MinorUnits));
            var holding = new Holding(
                ContractKind.Linear,
                lots.IsLong ? 1 : -1,
                Rational.FromFraction(lots.Magnitude.Lots, 1000),
                Rational.FromFraction(entry.Ticks, 10),
                Rational.FromFraction(entry.Ticks, 10)
            );
            bool found = LiquidationPrice.TryFind(
                new InstrumentRules(instrument, engine),
                lots,
                notional,
                1,
                notional - balance,
                out Fraction ticks
            );
            bool foundExact = LiquidationPrice.TryFind(
                holding,
                Rational.FromFraction(balance.MinorUnits, 1_000_000),
                exact,
                Rational.Zero,
                MarginBasis.Mark,
                out Rational price
            );

            Assert.Equal(foundExact, found);
            if (found)
            {
                Rational engineTicks = Rational.FromFraction(ticks.Numerator, ticks.Denominator);
                Assert.True(
                    (engineTicks / Rational.FromInteger(10) - price).Magnitude <= s_rounding,
                    $"{engineTicks} {price}"
                );
            }
        }
    }

    [Fact]
    public void A_weighted_median_is_the_median_of_as_many_copies()
    {
        var luck = new Luck(3);
        for (int draw = 0; draw < Draws; draw++)
        {
            (long Price, long Weight)[] sources =
            [
                .. Enumerable.Range(0, (int)luck.Between(1, 9)).Select(_ => (luck.Between(1, 50), luck.Between(1, 5))),
            ];
            long[] copies =
            [
                .. sources.SelectMany(source => Enumerable.Repeat(source.Price, (int)source.Weight)).Order(),
            ];

            Assert.Equal(
                Rational.FromInteger(copies[(copies.Length - 1) / 2]),
                MarkPrices.WeightedMedian(
                    sources.Select(source => (Rational.FromInteger(source.Price), Rational.FromInteger(source.Weight)))
                )
            );
        }
    }

    [Fact]
    public void A_median_of_three_is_the_one_in_the_middle()
    {
        var luck = new Luck(4);
        for (int draw = 0; draw < Draws; draw++)
        {
            Rational[] three = [.. Enumerable.Range(0, 3).Select(_ => Rational.FromInteger(luck.Between(-9, 9)))];

            Assert.Equal(three.Order().ElementAt(1), MarkPrices.Median(three[0], three[1], three[2]));
        }
    }

    [Fact]
    public void A_premium_weighted_by_order_is_the_mean_of_as_many_copies()
    {
        var luck = new Luck(5);
        for (int draw = 0; draw < Draws; draw++)
        {
            Rational[] premiums =
            [
                .. Enumerable
                    .Range(0, (int)luck.Between(1, 12))
                    .Select(_ => Rational.FromFraction(luck.Between(-99, 99), 1000)),
            ];
            Rational[] copies = [.. premiums.SelectMany((premium, k) => Enumerable.Repeat(premium, k + 1))];

            Assert.Equal(PremiumAverage.Mean(copies), PremiumAverage.WeightedByOrder(premiums));
        }
    }

    [Fact]
    public void Collateral_counts_unit_by_unit()
    {
        var luck = new Luck(6);
        for (int draw = 0; draw < Draws; draw++)
        {
            long first = luck.Between(1, 20);
            long second = first + luck.Between(1, 20);
            CollateralTier[] tiers =
            [
                new(Rational.FromInteger(first), Rational.Parse("0.98")),
                new(Rational.FromInteger(second), Rational.Parse("0.9")),
            ];
            long amount = luck.Between(0, 60);
            Rational twin = Rational.Zero;
            for (long unit = 0; unit < amount; unit++)
            {
                string ratio =
                    unit < first ? "0.98"
                    : unit < second ? "0.9"
                    : "0";
                twin += Rational.Parse(ratio);
            }

            Assert.Equal(twin, CollateralValue.Of(Rational.FromInteger(amount), Rational.One, tiers));
        }
    }

    [Fact]
    public void Steps_of_a_risk_limit_are_those_counted_by_hand()
    {
        var schedule = TieredRequirements.Stepped(
            Rational.FromInteger(200),
            Rational.FromInteger(100),
            Rational.Parse("0.01"),
            Rational.Parse("0.005"),
            Rational.Parse("0.005")
        );
        for (int value = 0; value < 5_000; value += 7)
        {
            int steps = value <= 200 ? 0 : (value - 201) / 100 + 1;
            Requirement asked = schedule.Of(Rational.FromInteger(value), Rational.One);

            Assert.Equal(Rational.FromFraction(5 + 5 * steps, 1000), asked.MaintenanceRate);
            Assert.Equal(Rational.FromFraction(10 + 5 * steps, 1000), asked.InitialRate);
        }
    }

    [Fact]
    public void Exact_numbers_are_those_of_big_integers()
    {
        var luck = new Luck(8);
        for (int draw = 0; draw < 20 * Draws; draw++)
        {
            (Rational a, BigInteger an, BigInteger ad) = DrawNumber(luck);
            (Rational b, BigInteger bn, BigInteger bd) = DrawNumber(luck);

            AssertIs(an * bd + bn * ad, ad * bd, a + b);
            AssertIs(an * bd - bn * ad, ad * bd, a - b);
            AssertIs(an * bn, ad * bd, a * b);
            Assert.Equal((an * bd).CompareTo(bn * ad), a.CompareTo(b));
            if (!b.IsZero)
            {
                AssertIs(an * bd * bn.Sign, ad * BigInteger.Abs(bn), a / b);
            }
        }
    }

    private static readonly Rational s_rounding = Rational.Parse("0.001");

    private static void AssertIs(BigInteger numerator, BigInteger denominator, Rational value)
    {
        BigInteger scaled = numerator * BigInteger.Pow(10, 12) / denominator;
        Rational million = Rational.FromInteger(1_000_000);
        Assert.Equal(
            scaled.ToString(System.Globalization.CultureInfo.InvariantCulture),
            (value * million * million).Truncate().ToString()
        );
    }

    private static (Rational Value, BigInteger Numerator, BigInteger Denominator) DrawNumber(Luck luck)
    {
        Rational value = Rational.One;
        (BigInteger numerator, BigInteger denominator) = (1, 1);
        for (long factors = luck.Between(1, 4); factors > 0; factors--)
        {
            long over = luck.OfAnySize(4_000_000_000_000_000_000) * luck.Of(1, -1) * luck.Of(1, 1, 1, 0);
            long under = luck.OfAnySize(1_000_000_000_000_000_000);
            value *= Rational.FromFraction(over, under);
            numerator *= over;
            denominator *= under;
        }

        return (value, numerator, denominator);
    }

    private static Requirement[] DrawTiers(Luck luck)
    {
        var tiers = new List<Requirement>();
        (long floor, long rate) = (0, luck.Between(1, 20));
        for (long count = luck.Between(1, 6); count > 0; count--)
        {
            Rational maintenance = Rational.FromFraction(rate, 1000);
            tiers.Add(
                new Requirement(Rational.FromInteger(floor), maintenance, Rational.Zero, Rational.FromFraction(1, 2))
            );
            floor += luck.Between(1, 1_000_000);
            rate += luck.Between(1, 50);
        }

        return [.. tiers];
    }

    private static Money Minor(Rational amount) =>
        Money.FromMinorUnits((amount * Rational.FromInteger(1_000_000)).ToInt64(Rounding.Floor));

    private static Rate RateOf(Rational rate) =>
        Rate.FromFraction((rate * Rational.FromInteger(1000)).ToInt64(Rounding.Floor), 1000);
}
