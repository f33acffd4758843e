namespace Breakwater.Exchange;

/// <summary>A venue's auto-deleveraging.</summary>
public sealed record DeleveragingRules(
    DeleveragingTrigger Trigger,
    DeleveragingRanking Ranking,
    DeleveragingPrice Price
);
