namespace Breakwater.Simulation;

/// <summary>An asset of known value, noise traders around it and funds that borrow to buy it when it is cheap.</summary>
/// <param name="LeverageLimit">Value of the asset over the fund's wealth that banks allow; at least 1.</param>
/// <param name="Aggressions">One fund each: leverage sought per unit of mispricing.</param>
public sealed record FundMarketParameters(double LeverageLimit, IReadOnlyList<double> Aggressions)
{
    /// <summary>Share of what investors gave at the start below which a fund fails.</summary>
    internal const double ShareAtFailure = 0.1;

    /// <summary>After which a failed fund is replaced.</summary>
    internal const int StepsOut = 100;

    /// <summary>Of the newest return in what investors look at.</summary>
    internal const double PerformanceWeight = 0.1;

    /// <summary>Share of wealth that comes for a unit of return above the benchmark.</summary>
    internal const double InvestorResponse = 0.15;

    /// <summary>Return a step that investors ask for.</summary>
    internal const double Benchmark = 0.005;

    /// <summary>What the asset is worth to everybody.</summary>
    public double Value { get; init; } = 1;

    /// <summary>Shares of the asset.</summary>
    public double Supply { get; init; } = 1000;

    /// <summary>A fund's wealth at its start.</summary>
    public double Endowment { get; init; } = 2;

    /// <summary>Share of the noise traders' distance from value that is left after a step.</summary>
    public double NoisePersistence { get; init; } = 0.99;

    /// <summary>Standard deviation of the noise traders' logarithmic spending in a step.</summary>
    public double NoiseVolatility { get; init; } = 0.035;
}
