using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>News that lowers what coins are worth: a part at once, the rest as it sinks in.</summary>
/// <param name="Time">When the news is out.</param>
/// <param name="Size">Fall of the market coin's fundamental price, as a share of it; positive.</param>
/// <param name="ShareAtOnce">Of the fall in logarithms, from 0 to 1.</param>
/// <param name="SinksIn">In which the rest follows, evenly; positive.</param>
public sealed record ShockParameters(Timestamp Time, double Size, double ShareAtOnce, Duration SinksIn)
{
    /// <summary>Logarithm of the market coin's fundamental price over that of the start.</summary>
    public double At(Timestamp time)
    {
        if (time < Time)
        {
            return 0;
        }

        double share = Math.Min((time - Time).Nanoseconds / (double)SinksIn.Nanoseconds, 1);
        return PortableMath.Log(1 - Size) * (ShareAtOnce + (1 - ShareAtOnce) * share);
    }
}
