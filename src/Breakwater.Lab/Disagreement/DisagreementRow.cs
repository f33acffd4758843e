namespace Breakwater.Lab;

/// <summary>One figure on depth curves and on order books, over the same seeds.</summary>
/// <param name="Seeds">With a value on both.</param>
/// <param name="Curves">Median.</param>
/// <param name="Books">Median.</param>
/// <param name="Difference">Median over seeds of books less curves.</param>
/// <param name="LowestDifference">Of any seed.</param>
/// <param name="HighestDifference">Of any seed.</param>
public sealed record DisagreementRow(
    string Name,
    string Unit,
    string Venue,
    string Coin,
    int Seeds,
    double Curves,
    double Books,
    double Difference,
    double LowestDifference,
    double HighestDifference
)
{
    /// <param name="curves">The same figure of each seed.</param>
    /// <param name="books">The same, in the same order.</param>
    /// <returns>Null where no seed has a value on both.</returns>
    public static DisagreementRow? Of(IReadOnlyList<Figure> curves, IReadOnlyList<Figure> books)
    {
        (double Curves, double Books)[] both =
        [
            .. curves
                .Zip(books, (curve, book) => (Curve: curve.Value, Book: book.Value))
                .Where(pair => pair is { Curve: not null, Book: not null })
                .Select(pair => (pair.Curve!.Value, pair.Book!.Value)),
        ];
        if (both.Length == 0)
        {
            return null;
        }

        double[] differences = [.. both.Select(pair => pair.Books - pair.Curves).Order()];
        Figure first = curves[0];
        return new DisagreementRow(
            first.Name,
            first.Unit,
            first.Venue,
            first.Coin,
            both.Length,
            MedianOf(both.Select(pair => pair.Curves)),
            MedianOf(both.Select(pair => pair.Books)),
            MedianOf(differences),
            differences[0],
            differences[^1]
        );
    }

    private static double MedianOf(IEnumerable<double> values) => Distribution.Quantile([.. values.Order()], 0.5);
}
