using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>A population in order of size, cut into one stratum for each account that stands for a part of it.</summary>
/// <remarks>
/// The largest people have an account each, the smallest share one: before the account of rank i come
/// <c>i + (P - N) (i / N)^3</c> of P people, where N is the number of accounts. The size of an account is drawn within its
/// stratum's quantiles of the log-normal law, cut at the largest.
/// </remarks>
internal sealed class SizeStrata
{
    private const int Halvings = 64;

    private readonly CrowdOfVenue _crowd;
    private readonly double _logOfMedian;
    private readonly double _sigma;
    private readonly double _shareBelowLargest;

    public SizeStrata(CrowdOfVenue crowd, CrowdParameters parameters)
    {
        _crowd = crowd;
        _logOfMedian = PortableMath.Log(parameters.MedianNotional);
        _sigma = parameters.NotionalSigma;
        _shareBelowLargest = NormalShareBelow((PortableMath.Log(parameters.LargestNotional) - _logOfMedian) / _sigma);
    }

    /// <summary>People for whom the account of a rank stands; they add up to the population.</summary>
    /// <param name="rank">0 for the largest.</param>
    public int WeightAt(int rank) => PeopleBefore(rank + 1) - PeopleBefore(rank);

    /// <summary>Notional of each of its people, before it is scaled to the open interest.</summary>
    /// <param name="within">Where in the stratum, from its largest: a draw between 0 and 1.</param>
    public double SizeAt(int rank, double within)
    {
        double larger = (PeopleBefore(rank) + within * WeightAt(rank)) / _crowd.Population;
        return PortableMath.Exp(_logOfMedian + _sigma * PortableMath.NormalQuantile((1 - larger) * _shareBelowLargest));
    }

    // In doubles, whose rounding never turns a larger rank into fewer people.
    private int PeopleBefore(int rank)
    {
        double part = (double)rank / _crowd.Accounts;
        return rank + (int)((_crowd.Population - _crowd.Accounts) * (part * part * part));
    }

    private static double NormalShareBelow(double deviations)
    {
        double low = 0;
        double high = 1;
        for (int i = 0; i < Halvings; i++)
        {
            double middle = low + (high - low) / 2;
            if (middle is > 0 and < 1 && PortableMath.NormalQuantile(middle) < deviations)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return high;
    }
}
