using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>What an ensemble says of one venue's fund, given the shock. Money in units of the settlement currency; in dollars where that is a coin.</summary>
/// <remarks>
/// A fund's need on a path is what it lost at its worst moment and what others bore in its place (docs/models/waterfall.md); its
/// shortfall is what the need exceeds the capital by. Both hold the path as it was: a larger fund would have taken over what
/// winners were closed against and sold it, and so have changed the path. For that, run with another capital. Where a need is known
/// to be more than the capital and not how much more (<see cref="FundSummary.IsNeedLeast"/>), sizes above the capital are left out.
/// </remarks>
/// <param name="Capital">At the start.</param>
/// <param name="MeanShortfall">Over all seeds.</param>
/// <param name="MeanShortfallWhenExhausted">Over those in which it was; null where it never was.</param>
/// <param name="TailShortfall">Mean of the worst 5 % of seeds: expected shortfall, CVaR, at 95 %.</param>
/// <param name="TailNeed">The same of the need.</param>
/// <param name="Sizes">The curve of fund size against probability.</param>
/// <param name="SizesFor">The curve read from the other side; without those that lie beyond what is known.</param>
public sealed record FundRisk(
    string Venue,
    string Fund,
    string Currency,
    double Capital,
    ShareEstimate Exhausted,
    double MeanShortfall,
    double? MeanShortfallWhenExhausted,
    double TailShortfall,
    double TailNeed,
    IReadOnlyList<FundSizePoint> Sizes,
    IReadOnlyList<FundQuantile> SizesFor
)
{
    private const double Level = 0.95;

    /// <summary>Whether in some seed it needed more than its capital and the path does not tell how much: shortfalls and needs are then the least that they can be.</summary>
    public bool IsLeast { get; init; }

    private static readonly double[] s_multiples = [0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5];
    private static readonly double[] s_probabilities = [0.5, 0.2, 0.1, 0.05];

    /// <param name="runs">The same venue of each seed; not empty.</param>
    /// <returns>Null where there is no fund and none was needed.</returns>
    public static FundRisk? Of(IReadOnlyList<VenueSummary> runs)
    {
        FundSummary[] funds = [.. runs.Select(run => run.Fund)];
        double capital = (double)funds[0].Capital;
        double[] needs = [.. funds.Select(fund => (double)fund.Need)];
        if (capital == 0 && needs.Max() <= 0)
        {
            return null;
        }

        double[] shortfalls = [.. funds.Select(ShortfallOf)];
        bool isLeast = funds.Any(fund => fund.IsNeedLeast);
        double[] exhausted = [.. funds.Where(fund => fund.IsExhausted).Select(ShortfallOf)];
        return new FundRisk(
            runs[0].Name,
            funds[0].Name,
            runs[0].Currency,
            capital,
            ShareEstimate.From(exhausted.Length, funds.Length),
            shortfalls.Average(),
            exhausted.Length == 0 ? null : exhausted.Average(),
            TailMean.Of(shortfalls, Level),
            TailMean.Of(needs, Level),
            [.. s_multiples.Where(IsKnown).Select(PointAt)],
            [.. s_probabilities.Where(IsKnownFor).Select(QuantileAt)]
        )
        {
            IsLeast = isLeast,
        };

        // Between two needs of which the larger one is known.
        bool IsKnownFor(double probability) =>
            !isLeast || needs.Order().ElementAt((int)Math.Ceiling((needs.Length - 1) * (1 - probability))) < capital;

        bool IsKnown(double multiple) => multiple == 0 || (capital > 0 && (multiple <= 1 || !isLeast));

        FundSizePoint PointAt(double multiple)
        {
            double size = multiple * capital;
            int count = funds.Count(fund => IsExhaustedAt(fund, size));
            return new FundSizePoint(size, multiple, ShareEstimate.From(count, funds.Length));
        }

        FundQuantile QuantileAt(double probability) =>
            new(probability, Math.Max(Distribution.Quantile([.. needs.Order()], 1 - probability), 0));
    }

    private static double ShortfallOf(FundSummary fund) => (double)Math.Max(fund.Need - fund.Capital, 0);

    // A fund that is exhausted at its own size may have needed exactly that.
    private static bool IsExhaustedAt(FundSummary fund, double size) =>
        (double)fund.Need > size || (fund.IsExhausted && size == (double)fund.Capital);
}
