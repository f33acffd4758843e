using System.Numerics;
using Breakwater.Domain;
using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

/// <summary>Formulas of margin, funding and marks beside twins in other arithmetic, case by case.</summary>
public sealed class FormulaTwinTests
{
    private const int Draws = 500;

    [Fact]
    public void A_whole_position_pays_the_rate_of_the_last_tier_it_exceeds()
    {
        var luck = new Luck(51);
        for (int draw = 0; draw < Draws; draw++)
        {
            long[] floors = [0, luck.Between(1, 50), luck.Between(51, 100), luck.Between(101, 150)];
            var schedule = TieredRequirements.WholePosition(
                TierMeasure.Quantity,
                [
                    .. floors.Select(
                        (floor, k) => new Requirement(Whole(floor), Share(k + 1), Rational.Zero, Share(2 * (k + 1)))
                    ),
                ]
            );
            (long quantity, long notional) = (luck.Between(1, 200), luck.Between(1, 100_000));
            int tier = floors.Count(floor => floor > 0 && quantity > floor);

            Assert.Equal(
                Whole(notional * (tier + 1)) * Share(1),
                schedule.Of(Whole(notional), Whole(quantity)).Maintenance(Whole(notional))
            );
        }
    }

    [Fact]
    public void A_rate_in_line_with_size_grows_coin_by_coin()
    {
        var schedule = new LinearInSizeRequirements(Share(20), Share(10), Rational.Parse("0.00005"));
        Rational twin = Share(10);
        for (long size = 1; size <= Draws; size++)
        {
            twin += Rational.Parse("0.00005");

            Assert.Equal(twin, schedule.Of(Whole(size), Whole(size)).MaintenanceRate);
            Assert.Equal(twin + Share(10), schedule.Of(Whole(size), Whole(size)).InitialRate);
        }
    }

    [Fact]
    public void An_exit_price_is_the_mean_of_the_units_taken()
    {
        var luck = new Luck(52);
        for (int draw = 0; draw < Draws; draw++)
        {
            (long Price, long Size)[] levels =
            [
                .. Enumerable.Range(0, (int)luck.Between(1, 5)).Select(k => (100 - k, luck.Between(1, 9))),
            ];
            long volume = luck.Between(1, 30);
            long[] units = [.. levels.SelectMany(level => Enumerable.Repeat(level.Price, (int)level.Size))];

            Assert.Equal(
                volume <= units.Length ? Whole(units[..(int)volume].Sum()) / Whole(volume) : null,
                FourMarginLevels.ExitPrice(
                    [.. levels.Select(each => (Whole(each.Price), Whole(each.Size)))],
                    Whole(volume)
                )
            );
        }
    }

    [Fact]
    public void Funding_is_what_its_cases_say()
    {
        var luck = new Luck(53);
        for (int draw = 0; draw < Draws; draw++)
        {
            (decimal premium, decimal interest) = (luck.Between(-99, 99) / 1000m, luck.Between(-9, 9) / 1000m);
            decimal bound = luck.Between(0, 20) / 1000m;
            decimal drawn =
                Math.Abs(premium - interest) <= bound ? interest
                : premium > interest ? premium - bound
                : premium + bound;
            decimal damped =
                Math.Abs(premium) <= bound ? 0
                : premium > 0 ? premium - bound
                : premium + bound;

            Assert.Equal(Exact(drawn), FundingRate.DrawnToInterest(Exact(premium), Exact(interest), Exact(bound)));
            Assert.Equal(Exact(damped), FundingRate.Damped(Exact(premium), Exact(bound)));
        }
    }

    [Fact]
    public void A_cash_flow_of_funding_is_what_its_cases_say()
    {
        var luck = new Luck(54);
        for (int draw = 0; draw < Draws; draw++)
        {
            (decimal own, decimal outside) = (luck.Between(900, 1100), luck.Between(900, 1100));
            (decimal time, decimal interest) = (luck.Between(1, 9) / 10m, luck.Between(-9, 9) / 100m);
            decimal bound = luck.Between(0, 50) / 1000m;
            decimal carried = outside + time * interest * outside - own;
            carried = carried > bound * outside ? bound * outside : carried;
            carried = carried < -bound * outside ? -bound * outside : carried;

            Assert.Equal(
                Exact(own - outside + carried),
                FundingRate.PaymentOfAverages(
                    Exact(own),
                    Exact(outside),
                    Exact(time),
                    Exact(interest),
                    Exact(-bound),
                    Exact(bound)
                )
            );
        }
    }

    // A sample weighs e to the minus of its age in windows.
    [Fact]
    public void A_smoothed_basis_weighs_samples_by_their_age()
    {
        var luck = new Luck(55);
        for (int draw = 0; draw < Draws; draw++)
        {
            long[] samples = [.. Enumerable.Range(0, (int)luck.Between(1, 12)).Select(_ => luck.Between(-50, 50))];
            (long interval, long window) = (luck.Between(1, 10), luck.Between(1, 150));
            double[] weights =
            [
                .. samples.Select((_, i) => Math.Exp(-(double)interval * (samples.Length - 1 - i) / window)),
            ];
            double mean = samples.Zip(weights, (sample, weight) => sample * weight).Sum() / weights.Sum();
            Rational mark = MarkPrices.WithSmoothedBasis(
                Whole(1000),
                [.. samples.Select(Whole)],
                window: Whole(window),
                interval: Whole(interval)
            );

            Assert.Equal(1000 + mean, mark.ToDouble(), 9);
        }
    }

    // Samples older than 43 windows weigh less than the last decimal: they are as good as gone.
    [Fact]
    public void A_smoothed_basis_forgets_what_is_long_past() =>
        Assert.Equal(
            Whole(1007),
            MarkPrices.WithSmoothedBasis(Whole(1000), [Whole(50), Whole(7)], window: Whole(1), interval: Whole(44))
        );

    // Each source is moved to the nearest price that is no farther from the middle one, or from halfway between the middle two.
    [Fact]
    public void A_capped_mean_moves_outliers_to_the_bound()
    {
        var luck = new Luck(59);
        for (int draw = 0; draw < Draws; draw++)
        {
            (Rational Price, Rational Weight)[] sources =
            [
                .. Enumerable
                    .Range(0, (int)luck.Between(1, 9))
                    .Select(_ => (Whole(luck.Between(900, 1100)), Whole(luck.Between(1, 9)))),
            ];
            double[] prices = [.. sources.Select(source => source.Price.ToDouble()).Order()];
            double middle = (prices[(prices.Length - 1) / 2] + prices[prices.Length / 2]) / 2;
            double mean =
                sources.Sum(source =>
                    Math.Max(Math.Min(source.Price.ToDouble(), middle * 1.005), middle * 0.995)
                    * source.Weight.ToDouble()
                ) / sources.Sum(source => source.Weight.ToDouble());

            Assert.Equal(mean, MarkPrices.CappedMean(sources, Rational.Parse("0.005")).ToDouble(), 9);
        }
    }

    private static Rational Share(long thousandths) => Rational.FromFraction(thousandths, 1000);

    private static Rational Whole(long number) => Rational.FromInteger(number);

    private static Rational Exact(decimal number) => Rational.FromDecimal(number);
}
