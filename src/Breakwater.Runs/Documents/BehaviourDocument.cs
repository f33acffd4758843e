using System.ComponentModel;
using Breakwater.Domain;

namespace Breakwater.Runs;

internal sealed record BehaviourDocument
{
    [Description("Of positions that have a stop or leave in panic.")]
    public required Stated<Share> StopShare { get; init; }

    [Description("Median distance of the stop from the price at the start.")]
    public required Stated<Share> StopDistance { get; init; }

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

    [Description(
        "The most that closing accounts send in a step, all together, over what is quoted within 1 %; the rest waits its turn."
    )]
    public required Stated<Share> Participation { get; init; }

    [Description("From a price to the order.")]
    public required Stated<Duration> Latency { get; init; }
}
