using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>News that lowers what coins are worth: a part at once, the rest as it sinks in.</summary>
/// <param name="Time">When the news is out.</param>
/// <param name="Size">Fall of the market coin's fundamental price, as a share of it; positive.</param>
/// <param name="ShareAtOnce">Of the fall in logarithms, from 0 to 1.</param>
/// <param name="SinksIn">In which the rest follows; positive.</param>
/// <param name="Course">How it follows.</param>
public sealed record ShockParameters(
    Timestamp Time,
    double Size,
    double ShareAtOnce,
    Duration SinksIn,
    NewsCourse Course = NewsCourse.Even
)
{
    /// <summary>No coin's fundamental price may fall by more, as a share of it: nobody's orders stand below -90 %.</summary>
    public const double DeepestFall = 0.8;

    /// <summary>Of the logistic curve, the part from the first of those who know to all but as many is taken: how steep it is.</summary>
    private const double FirstToKnow = 0.001;

    /// <summary>Logarithm of the market coin's fundamental price over that of the start.</summary>
    public double At(Timestamp time)
    {
        if (time < Time)
        {
            return 0;
        }

        double elapsed = Math.Min((time - Time).Nanoseconds / (double)SinksIn.Nanoseconds, 1);
        double known = Course == NewsCourse.WordOfMouth ? KnownByWordOfMouth(elapsed) : elapsed;
        return PortableMath.Log(1 - Size) * (ShareAtOnce + (1 - ShareAtOnce) * known);
    }

    // The logistic curve from the first who know to all but as many, stretched to begin at 0 and to end at 1.
    private static double KnownByWordOfMouth(double elapsed)
    {
        double logOdds = PortableMath.Log((1 - FirstToKnow) / FirstToKnow);
        double know = 1 / (1 + PortableMath.Exp(logOdds * (1 - 2 * elapsed)));
        return (know - FirstToKnow) / (1 - 2 * FirstToKnow);
    }
}
