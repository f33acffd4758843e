using System.Text.Json.Serialization;

namespace Breakwater.Runs;

/// <summary>What is computed from a run. Prices are mid prices, by the second; forced is by order, take-over or deleveraging.</summary>
[JsonConverter(typeof(KebabWords<ObservableMeasure>))]
public enum ObservableMeasure
{
    /// <summary>Lowest price over the first, less one.</summary>
    Fall,

    /// <summary>Moment of the lowest price.</summary>
    LowTime,

    /// <summary>Share of the fall that the last price has won back.</summary>
    Rebound,

    /// <summary>Largest fall from a price to a later one within an hour.</summary>
    SteepestHour,

    /// <summary>Notional forced out.</summary>
    Forced,

    /// <summary>Share of the largest minute in the notional forced out.</summary>
    PeakMinuteShare,

    /// <summary>Open interest in coins, last over first, less one.</summary>
    OpenInterestChange,

    /// <summary>Largest mean of a minute of the spread over the mid.</summary>
    WorstSpread,

    /// <summary>Fall over the fall of another coin.</summary>
    FallRatio,

    /// <summary>Notional forced out in a part of the window, over the whole run's.</summary>
    ShareOfRun,

    /// <summary>Longs in the notional forced out.</summary>
    LongShare,

    /// <summary>One coin in the notional forced out of several.</summary>
    CoinShare,

    /// <summary>Smallest mean of a minute of the depth at the best prices, over its mean before the window, less one.</summary>
    WorstDepth,

    /// <summary>Price over that of another venue, less one, in the second of the lowest price.</summary>
    GapAtLow,

    /// <summary>Deleveraged winners over them and what was taken over.</summary>
    DeleveragedShare,

    /// <summary>One coin in the deleveraged notional of several.</summary>
    DeleveragedCoinShare,

    /// <summary>How much less the insurance fund has at the end than at the start; not its drawdown, which is the most at any moment.</summary>
    FundFall,

    /// <summary>Lowest price over the lowest of another venue.</summary>
    LowRatio,

    /// <summary>Lowest price of a stablecoin.</summary>
    Depeg,

    /// <summary>Deleveraging fills whose winner was in profit.</summary>
    DeleveragedInProfit,

    /// <summary>Negative equity over the deleveraged notional.</summary>
    BadDebtOverDeleveraged,
}
