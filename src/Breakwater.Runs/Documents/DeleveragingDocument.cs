using System.ComponentModel;
using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Runs;

internal sealed record DeleveragingDocument
{
    [Description("When winners are closed to pay for losers.")]
    public required Stated<DeleveragingTrigger> Trigger { get; init; }

    [Description("Share of the fund's highest balance whose loss is the trigger.")]
    public Stated<Share>? Drawdown { get; init; }

    [Description("Within which the highest balance is looked for.")]
    public Stated<Duration>? Window { get; init; }

    [Description("Who bears what is still unpaid.")]
    public Stated<LossSharing>? LossSharing { get; init; }

    [Description("Who is closed first.")]
    public required Stated<DeleveragingRanking> Ranking { get; init; }

    [Description("At which price.")]
    public required Stated<DeleveragingPrice> Price { get; init; }
}
