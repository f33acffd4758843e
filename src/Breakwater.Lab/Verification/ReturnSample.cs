namespace Breakwater.Lab;

/// <summary>Logarithmic returns of a model market, one a step, and what is asked of their tails and of their order in time.</summary>
internal sealed class ReturnSample
{
    private readonly double[] _returns;

    public ReturnSample(IEnumerable<double> returns)
    {
        _returns = [.. returns];
        double mean = _returns.Average();
        double variance = _returns.Average(value => (value - mean) * (value - mean));
        Volatility = Math.Sqrt(variance);
        Kurtosis = _returns.Average(value => Math.Pow(value - mean, 4)) / (variance * variance);
    }

    /// <summary>Standard deviation of a step's return.</summary>
    public double Volatility { get; }

    /// <summary>Fourth moment about the mean over the squared variance: 3 for a normal distribution.</summary>
    public double Kurtosis { get; }

    /// <summary>Hill's estimate of the exponent by which the chance of a loss falls with its size.</summary>
    /// <remarks>Source: Hill, "A simple general approach to inference about the tail of a distribution", Annals of Statistics 3, 1975.</remarks>
    /// <param name="share">Of the losses that count as tail.</param>
    public double TailIndex(double share)
    {
        double[] losses = [.. _returns.Where(value => value < 0).Select(value => -value).OrderDescending()];
        int count = (int)(losses.Length * share);
        return 1 / losses.Take(count).Average(loss => Math.Log(loss / losses[count]));
    }

    /// <summary>Correlation of the size of a return with the size of the one so many steps later.</summary>
    public double ClusteringAt(int lag)
    {
        double[] sizes = [.. _returns.Select(Math.Abs)];
        double mean = sizes.Average();
        double variance = sizes.Average(size => (size - mean) * (size - mean));
        double covariance = 0;
        for (int i = lag; i < sizes.Length; i++)
        {
            covariance += (sizes[i] - mean) * (sizes[i - lag] - mean);
        }

        return covariance / (sizes.Length - lag) / variance;
    }
}
