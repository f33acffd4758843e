using System.ComponentModel;
using Breakwater.Domain;

namespace Breakwater.Runs;

internal sealed record BehaviourDocument
{
    [Description("Of positions that have a stop or leave in panic.")]
    public required Stated<Share> StopShare { get; init; }

    [Description("Median distance of the stop from the price at the start.")]
    public required Stated<Share> StopDistance { get; init; }

    [Description("Mean of the exponential time from the stop's price to the order.")]
    public required Stated<Duration> StopDelay { get; init; }

    [Description("Of positions that are closed at a profit.")]
    public required Stated<Share> TakeProfitShare { get; init; }

    [Description("Median distance of that price.")]
    public required Stated<Share> TakeProfitDistance { get; init; }

    [Description("Standard deviation of the logarithm of either distance.")]
    public required Stated<double> DistanceSigma { get; init; }

    [Description("Of positions under cross margin whose owner adds margin once half of it is lost.")]
    public required Stated<Share> AddMarginShare { get; init; }

    [Description("What is added, over the account's wallet.")]
    public required Stated<Share> AddedMargin { get; init; }

    [Description("Of positions, long and short, whose owners leave after a large move.")]
    public required Stated<Share> ExitShare { get; init; }

    [Description("Median of that move from the price at the start, up or down.")]
    public required Stated<Share> ExitDistance { get; init; }

    [Description("Mean of the exponential time that they take.")]
    public required Stated<Duration> ExitDelay { get; init; }

    [Description(
        "The most that is closed in a step, over what is quoted within 1 %: now for profits, on a calm day for the rest, who do not look."
    )]
    public required Stated<Share> Participation { get; init; }

    [Description("How far from the price a market order goes at most: venues bound it. Below 100 %.")]
    public required Stated<Share> MarketOrderReach { get; init; }

    [Description("From a price to the order.")]
    public required Stated<Duration> Latency { get; init; }
}
