using Breakwater.Domain;
using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

/// <summary>Sizes, prices and shares of a liquidation beside twins that try every whole unit.</summary>
public sealed class LadderTwinTests
{
    private const int Draws = 400;

    // dYdX: the most units whose notional is within the share, or within the minimum where that is more.
    [Fact]
    public void A_block_takes_the_most_units_that_its_limits_allow()
    {
        var luck = new Luck(41);
        for (int draw = 0; draw < Draws; draw++)
        {
            (long size, long price) = (luck.Between(1, 300), luck.Between(1, 50));
            (long least, long percent) = (luck.Between(0, 3_000), luck.Between(1, 100));
            long limit = Math.Max(Math.Min(least, size * price), size * price * percent / 100);
            long twin = size;
            while (twin * price > limit)
            {
                twin--;
            }

            Assert.Equal(
                Whole(twin),
                LiquidationSize.WithinBlock(
                    Whole(size),
                    Whole(price),
                    Whole(least),
                    Rational.FromFraction(percent, 100),
                    Rational.One,
                    Rational.One
                )
            );
        }
    }

    // Drift: as many units as it takes until what is freed, after both fees, makes up for the shortage; rounded down.
    [Fact]
    public void A_liquidator_takes_units_until_the_shortage_is_covered()
    {
        var luck = new Luck(42);
        for (int draw = 0; draw < Draws; draw++)
        {
            (long shortage, long price) = (luck.Between(1, 5_000), luck.Between(1, 400));
            (long margin, long liquidator, long fund) = (
                luck.Between(1, 100),
                luck.Between(0, 50),
                luck.Between(0, 50)
            );
            long freed = price * (margin - liquidator - fund);
            Rational? found = LiquidationSize.ToCoverShortage(
                Whole(shortage),
                Whole(price),
                Rational.FromFraction(margin, 1000),
                Rational.FromFraction(liquidator, 1000),
                Rational.FromFraction(fund, 1000),
                Rational.One
            );
            long twin = 0;
            while (freed > 0 && freed * (twin + 1) <= 1000 * shortage)
            {
                twin++;
            }

            Assert.Equal(freed > 0 ? Whole(twin) : null, found);
        }
    }

    [Fact]
    public void Down_to_a_tier_is_what_has_to_go_until_the_limit_is_met()
    {
        var luck = new Luck(43);
        for (int draw = 0; draw < Draws; draw++)
        {
            (long size, long mark, long limit) = (luck.Between(1, 200), luck.Between(1, 30), luck.Between(1, 3_000));
            var holding = new Holding(ContractKind.Linear, 1, Whole(size), Whole(mark), Whole(mark));
            long twin = 0;
            while ((size - twin) * mark > limit)
            {
                twin++;
            }

            Rational byNotional = LiquidationSize.DownTo(holding, Whole(limit), TierMeasure.Notional);
            Assert.Equal(Whole(twin), byNotional.ToInteger(Rounding.Ceiling));
            Assert.Equal(
                Whole(Math.Max(size - limit, 0)),
                LiquidationSize.DownTo(holding, Whole(limit), TierMeasure.Quantity)
            );
        }
    }

    // dYdX: from the oracle price at full margin to its full spread at bankruptcy, in a line.
    [Fact]
    public void A_fillable_price_lies_on_the_line_from_oracle_to_full_spread()
    {
        var luck = new Luck(44);
        for (int draw = 0; draw < Draws; draw++)
        {
            (long size, long oracle) = (luck.Between(1, 100) * luck.Of(1, -1), luck.Between(100, 1000));
            long maintenance = luck.Between(1, 1000);
            (long collateral, long spread) = (luck.Between(-maintenance, 2 * maintenance), luck.Between(0, 20));
            double open = Math.Clamp(1 - (double)collateral / maintenance, 0, 1);
            double full = spread / 10.0 * maintenance / Math.Abs(size);

            Rational price = FillablePrice.Of(
                Whole(size),
                Whole(oracle),
                Whole(maintenance),
                Whole(collateral),
                Whole(maintenance),
                Rational.One,
                Rational.FromFraction(spread, 10)
            );

            Assert.Equal(oracle - Math.Sign(size) * open * full, price.ToDouble(), 9);
        }
    }

    // dYdX: what is left over beyond the account's own share, at most the fee; what is missing, all of it.
    [Fact]
    public void A_surplus_is_what_a_fill_brings_beyond_the_bankruptcy_price()
    {
        var luck = new Luck(45);
        for (int draw = 0; draw < Draws; draw++)
        {
            (long size, long oracle, long fill) = (luck.Between(1, 100), luck.Between(50, 150), luck.Between(50, 150));
            (long collateral, long maintenance) = (luck.Between(-2_000, 2_000), luck.Between(1, 500));
            long released = luck.Between(0, maintenance);
            bool sells = luck.Chance(0.5);
            long share = (long)Math.Floor((decimal)collateral * released / maintenance);
            long change = sells ? -size : size;
            long gain = (sells ? size * fill : -size * fill) - (-change * oracle - share);
            long twin = gain > 0 ? Math.Min(size * fill * 15 / 1000, gain) : gain;

            Rational closing = BankruptcyPrice.ClosingQuote(
                Whole(change),
                Whole(oracle),
                Whole(collateral),
                Whole(released),
                Whole(maintenance),
                Rational.One
            );

            Assert.Equal(
                Whole(twin),
                FundShare.OfSurplus(Whole(change), Whole(fill), closing, Rational.Parse("0.015"), Rational.One)
            );
        }
    }

    // Vega: a unit at a time to whoever is farthest below his share, then the rest to the last.
    [Fact]
    public void Winners_share_in_whole_units_and_the_last_gets_the_rest()
    {
        var luck = new Luck(46);
        for (int draw = 0; draw < Draws; draw++)
        {
            long[] gains = [.. Enumerable.Range(0, (int)luck.Between(1, 8)).Select(_ => luck.Between(1, 200))];
            long collected = luck.Below(gains.Sum() + 1);
            long[] twin = new long[gains.Length];
            for (int i = 0; i < twin.Length; i++)
            {
                while ((twin[i] + 1) * gains.Sum() <= gains[i] * collected)
                {
                    twin[i]++;
                }
            }

            twin[^1] += collected - twin.Sum();
            Rational[] received = LossSocialisation.AmongWinners(
                [.. gains.Select(Whole)],
                Whole(collected),
                Rational.One,
                out _
            );

            Assert.Equal(twin.Select(Whole), received);
        }
    }

    // Drift: the smallest charge for each coin that brings in the loss.
    [Fact]
    public void A_loss_on_open_interest_is_the_smallest_charge_that_covers_it()
    {
        var luck = new Luck(47);
        for (int draw = 0; draw < Draws; draw++)
        {
            (long loss, long longs, long shorts) = (luck.Between(0, 5_000), luck.Between(1, 90), luck.Between(0, 90));
            long twin = 0;
            while (twin * (longs + shorts) < loss)
            {
                twin++;
            }

            Assert.Equal(
                Whole(twin),
                LossSocialisation.OnOpenInterest(Whole(loss), Whole(longs), Whole(shorts), Rational.One)
            );
        }
    }

    private static Rational Whole(long number) => Rational.FromInteger(number);
}
