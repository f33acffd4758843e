namespace Breakwater.Lab.Tests;

/// <summary>One figure on both kinds of liquidity: differences are taken seed by seed.</summary>
public sealed class DisagreementRowTests
{
    [Fact]
    public void The_difference_is_the_median_of_differences_and_not_of_medians()
    {
        DisagreementRow row = DisagreementRow.Of(Figures(1, 2, 9), Figures(4, 1, 10))!;
        Assert.Equal((2, 4, 1), (row.Curves, row.Books, row.Difference));
        Assert.Equal((-1, 3), (row.LowestDifference, row.HighestDifference));
        Assert.Equal(3, row.Seeds);
    }

    [Fact]
    public void A_seed_without_a_value_on_one_kind_does_not_count()
    {
        DisagreementRow row = DisagreementRow.Of(Figures(1, null, 3), Figures(2, 100, null))!;
        Assert.Equal(1, row.Seeds);
        Assert.Equal(1, row.Difference);
        Assert.Null(DisagreementRow.Of(Figures(1, null), Figures(null, 1)));
    }

    private static Figure[] Figures(params double?[] values) =>
        [.. values.Select(value => new Figure("fall", "ratio", "venue", "BTC", value))];
}
