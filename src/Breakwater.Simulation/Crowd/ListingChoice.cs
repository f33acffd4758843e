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
    /// <returns><see cref="AccountShape.NoCoin"/> where there is none.</returns>
    public int Pick(double uniform) => Pick(uniform * _sum, AccountShape.NoCoin);

    /// <summary>The same among all but one.</summary>
    public int PickOther(double uniform, int except) => Pick(uniform * _sumWithout[except], except);

    private int Pick(double left, int except)
    {
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
