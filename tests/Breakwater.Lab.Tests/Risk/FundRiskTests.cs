using Breakwater.Runs;

namespace Breakwater.Lab.Tests;

public sealed class FundRiskTests
{
    // By seed: what the fund of 100 needed, and whether it was exhausted.
    private static readonly (decimal Need, bool IsExhausted)[] s_seeds =
    [
        (20, false),
        (60, false),
        (100, true),
        (130, true),
        (400, true),
        (0, false),
        (90, false),
        (99, false),
        (260, true),
        (10, false),
    ];

    [Fact]
    public void Shortfalls_are_what_needs_exceed_the_capital_by()
    {
        FundRisk risk = FundRisk.Of(Venues(100))!;

        Assert.Equal(ShareEstimate.From(4, 10), risk.Exhausted);
        Assert.Equal((0 + 30 + 300 + 160) / 10.0, risk.MeanShortfall);
        Assert.Equal((0 + 30 + 300 + 160) / 4.0, risk.MeanShortfallWhenExhausted);
        Assert.Equal((300, 400), (risk.TailShortfall, risk.TailNeed));
    }

    [Fact]
    public void The_curve_falls_with_the_fund_s_size_and_passes_through_what_was_run()
    {
        IReadOnlyList<FundSizePoint> curve = FundRisk.Of(Venues(100))!.Sizes;

        Assert.Equal([0, 25, 50, 75, 100, 150, 200, 300, 500], curve.Select(point => point.Size));
        Assert.Equal([9, 7, 7, 6, 4, 2, 2, 1, 0], curve.Select(point => point.Exhausted.Count));
    }

    [Fact]
    public void The_curve_is_read_from_the_other_side_by_quantiles()
    {
        IReadOnlyList<FundQuantile> sizes = FundRisk.Of(Venues(100))!.SizesFor;

        // In order: 0, 10, 20, 60, 90, 99, 100, 130, 260, 400; type 7 of Hyndman and Fan.
        Assert.Equal([0.5, 0.2, 0.1, 0.05], sizes.Select(size => size.Probability));
        double[] expected = [94.5, 156, 274, 337];
        Assert.All(sizes.Zip(expected), pair => Assert.Equal(pair.Second, pair.First.Size, tolerance: 1e-9));
    }

    [Fact]
    public void Where_winners_took_its_place_nothing_is_said_of_larger_funds()
    {
        FundRisk risk = FundRisk.Of([.. Venues(100).Select(venue => venue with { Fund = Least(venue.Fund) })])!;

        Assert.Equal([0, 25, 50, 75, 100], risk.Sizes.Select(point => point.Size));
        Assert.Equal([0.5], risk.SizesFor.Select(size => size.Probability));
    }

    [Fact]
    public void A_fund_that_holds_nothing_has_one_point_and_its_quantiles()
    {
        FundRisk risk = FundRisk.Of(Venues(0))!;

        FundSizePoint nothing = Assert.Single(risk.Sizes);
        Assert.Equal((0.0, 9), (nothing.Size, nothing.Exhausted.Count));
    }

    [Fact]
    public void A_venue_without_a_fund_and_without_need_has_no_risk() =>
        Assert.Null(FundRisk.Of([VenueWith(new FundSummary("none", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, false, 0))]));

    private static IReadOnlyList<VenueSummary> Venues(decimal capital) =>
        [
            .. s_seeds.Select(seed =>
                VenueWith(
                    new FundSummary(
                        "fund",
                        capital,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        capital,
                        capital - seed.Need,
                        seed.IsExhausted,
                        seed.Need
                    )
                )
            ),
        ];

    private static FundSummary Least(FundSummary fund) => fund with { IsNeedLeast = fund.IsExhausted };

    private static VenueSummary VenueWith(FundSummary fund) =>
        new("venue", "rules", "USDT", 1, 1, 0, "", 0, 0, 0, fund, 0, [], [], [], null);
}
