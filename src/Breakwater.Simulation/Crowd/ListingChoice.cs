namespace Breakwater.Simulation;

/// <summary>Picks a venue's listings in proportion to the value of their open interest.</summary>
internal sealed class ListingChoice
{
    private readonly double[] _values;
    private readonly double _sum;

    // By the listing that is left out.
    private readonly double[] _sumWithout;

    public ListingChoice(IReadOnlyList<ListingParameters> listings)
    {
        _values = [.. listings.Select(listing => listing.OpenInterestValue)];
        _sum = SumWithout(AccountShape.NoCoin);
        _sumWithout = [.. Enumerable.Range(0, _values.Length).Select(SumWithout)];
    }

    /// <param name="uniform">A draw between 0 and 1.</param>
    /// <param name="except">Never picked; <see cref="AccountShape.NoCoin"/> for none.</param>
    /// <returns><see cref="AccountShape.NoCoin"/> where nothing is left to pick.</returns>
    public int Pick(double uniform, int except)
    {
        double left = uniform * (except == AccountShape.NoCoin ? _sum : _sumWithout[except]);
        int last = AccountShape.NoCoin;
        for (int i = 0; i < _values.Length && (left >= 0 || last == AccountShape.NoCoin); i++)
        {
            if (i != except)
            {
                last = i;
                left -= _values[i];
            }
        }

        return last;
    }

    private double SumWithout(int except)
    {
        double sum = 0;
        for (int i = 0; i < _values.Length; i++)
        {
            sum += i == except ? 0 : _values[i];
        }

        return sum;
    }
}
