using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>People who come with borrowed money because the price has moved: docs/models/crowd.md.</summary>
/// <param name="Accounts">At each listing of a perpetual venue, from 1 to <see cref="MostAccounts"/>.</param>
/// <param name="Share">What they open if all come, over the listing's open interest.</param>
/// <param name="ChasingShare">Of them, those who go with the move; the rest go against it.</param>
/// <param name="Distance">Median move from the price at the start at which one makes up his mind, in logarithms.</param>
/// <param name="DistanceSigma">Standard deviation of that distance's logarithm.</param>
/// <param name="Delay">Mean of the exponential time until the order.</param>
/// <param name="MedianLeverage">Notional over what is paid in.</param>
/// <param name="LeverageSigma">Standard deviation of the leverage's logarithm.</param>
public sealed record NewcomerParameters(
    int Accounts,
    double Share,
    double ChasingShare,
    double Distance,
    double DistanceSigma,
    Duration Delay,
    double MedianLeverage,
    double LeverageSigma
)
{
    /// <summary>At a listing.</summary>
    public const int MostAccounts = 100_000;
}
