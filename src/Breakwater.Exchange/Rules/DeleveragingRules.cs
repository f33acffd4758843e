using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>A venue's auto-deleveraging.</summary>
public sealed record DeleveragingRules(
    DeleveragingTrigger Trigger,
    DeleveragingRanking Ranking,
    DeleveragingPrice Price
)
{
    /// <summary>Share of the fund's highest equity whose loss is the trigger, where drawdown is.</summary>
    public Rate Drawdown { get; init; } = Rate.One;

    /// <summary>Within which the highest equity is looked for, in whole minutes.</summary>
    public Duration DrawdownWindow { get; init; }

    /// <summary>Price of the notional that initial margin is taken on, where the ranking asks for it.</summary>
    public MarginBasis InitialAt { get; init; } = MarginBasis.Mark;
}
