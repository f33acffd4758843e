namespace Breakwater.Lab.Map;

/// <summary>The map's landings over those of runs, over the coins that were asked for.</summary>
/// <param name="Shock">To the market, percent; null for all shocks together.</param>
/// <param name="Landings">How many it is taken over; those of prices that did not fall are left out.</param>
/// <param name="NoDeeper">Of them, where the run came no deeper than the map in this book, to half a percent of the price.</param>
public sealed record LandingRatio(
    double? Shock,
    BookState Book,
    int Landings,
    int NoDeeper,
    double Median,
    double Lowest,
    double Highest
)
{
    private const double Tolerance = 0.5;

    /// <summary>By shock and book, then of all shocks; nothing where no price fell.</summary>
    public static IReadOnlyList<LandingRatio> Of(IReadOnlyList<LandingCheck> checks) =>
        [
            .. checks
                .GroupBy(check => check.Shock)
                .SelectMany(shock => OfBooks(shock.Key, [.. shock]))
                .Concat(OfBooks(null, checks)),
        ];

    private static IEnumerable<LandingRatio> OfBooks(double? shock, IReadOnlyList<LandingCheck> checks) =>
        Enum.GetValues<BookState>().SelectMany(book => Of(shock, book, checks));

    private static IEnumerable<LandingRatio> Of(double? shock, BookState book, IReadOnlyList<LandingCheck> checks)
    {
        LandingCheck[] fallen = [.. checks.Where(check => check.Run > 0)];
        double[] ratios = [.. fallen.Select(check => LandingIn(book, check) / check.Run).Order()];
        if (ratios.Length > 0)
        {
            int noDeeper = fallen.Count(check => check.Run <= LandingIn(book, check) + Tolerance);
            yield return new LandingRatio(
                shock,
                book,
                ratios.Length,
                noDeeper,
                Band.Of(ratios).P50,
                ratios[0],
                ratios[^1]
            );
        }
    }

    private static double LandingIn(BookState book, LandingCheck check) =>
        book == BookState.Calm ? check.Calm : check.Withdrawn;
}
