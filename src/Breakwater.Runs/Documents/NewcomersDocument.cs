using System.ComponentModel;
using Breakwater.Domain;

namespace Breakwater.Runs;

internal sealed record NewcomersDocument
{
    [Description("At each listing of a perpetual venue; 1 or more.")]
    public required Stated<int> Accounts { get; init; }

    [Description("What they open if all come, over the listing's open interest.")]
    public required Stated<Share> Share { get; init; }

    [Description("Of them, those who go with the move: short after a fall. The rest go against it.")]
    public required Stated<Share> ChasingShare { get; init; }

    [Description("Median move from the price at the start that brings them, up or down.")]
    public required Stated<Share> Distance { get; init; }

    [Description("Standard deviation of the logarithm of that move.")]
    public required Stated<double> DistanceSigma { get; init; }

    [Description("Mean of the exponential time that they take.")]
    public required Stated<Duration> Delay { get; init; }

    [Description("Median of notional over what they pay in, cut to what the venue allows.")]
    public required Stated<Leverage> MedianLeverage { get; init; }

    [Description("Standard deviation of the leverage's logarithm.")]
    public required Stated<double> LeverageSigma { get; init; }
}
