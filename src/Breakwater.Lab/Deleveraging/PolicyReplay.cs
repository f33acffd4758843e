using Breakwater.Exchange;

namespace Breakwater.Lab;

/// <summary>What one of the engine's policies would have done with the needs of the waves. Modelled.</summary>
/// <param name="Severity">What each wave took: "needed", or "observed" where the venue's own total was taken.</param>
/// <param name="Taken">Dollars of profit that winners gave up.</param>
/// <param name="Overshoot">Dollars beyond what was needed.</param>
/// <param name="Fairness">
/// Dollars needed times the excess of the largest share that one winner lost over the least that anybody could arrange.
/// </param>
/// <param name="LargestShare">Of one winner's profit in one wave, at the worst.</param>
/// <param name="Touched">Accounts that gave something.</param>
/// <param name="HighestLeverage">Of any account after the last wave.</param>
/// <param name="Shortfalls">Dollars that accounts would owe after a further move against them by <see cref="DeleveragingReplay.Moves"/>.</param>
public sealed record PolicyReplay(
    ReductionPolicy Policy,
    string Severity,
    double Taken,
    double Overshoot,
    double Fairness,
    double LargestShare,
    int Touched,
    double HighestLeverage,
    IReadOnlyList<double> Shortfalls
);
