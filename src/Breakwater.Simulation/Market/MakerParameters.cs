using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>Firms that quote on every venue, hedged between venues, each with margined accounts.</summary>
/// <remarks>Equations: docs/models/makers.md.</remarks>
public sealed record MakerParameters
{
    /// <summary>Firms; each quotes an equal share of every listing's depth.</summary>
    public required int Firms { get; init; }

    /// <summary>Capital of all firms at a venue, over the depth that they quote there; positive.</summary>
    public required double CapitalOverDepth { get; init; }

    public required Leverage Leverage { get; init; }

    /// <summary>Share of each perpetual's open interest that firms hold short at the start, hedged with spot.</summary>
    public required double CarryShare { get; init; }

    /// <summary>Volatility, in multiples of the coin's calm one, at which the most steadfast firm quotes half of its depth.</summary>
    public required double HalfDepthVolatility { get; init; }

    /// <summary>How much sooner each next firm draws back: its threshold is that of the one before divided by this; at least 1.</summary>
    public required double FirmSpread { get; init; }

    /// <summary>How steeply depth falls about that volatility; positive.</summary>
    public required double Steepness { get; init; }

    /// <summary>Depth that stays whatever the volatility, as a share.</summary>
    public required double LeastShare { get; init; }

    /// <summary>Spread over one second's standard deviation of returns.</summary>
    public required double SpreadOverVolatility { get; init; }

    /// <summary>Over which volatility is averaged.</summary>
    public required Duration VolatilityMemory { get; init; }

    /// <summary>Inventory at a venue, over quoted depth, at which a firm stops quoting on the side that adds to it; from half of it on it quotes less.</summary>
    public required double InventoryLimit { get; init; }

    /// <summary>Loss of capital at which a firm stops quoting, as a share.</summary>
    public required double LossLimit { get; init; }

    /// <summary>For so long a firm quotes nowhere after it was deleveraged.</summary>
    public required Duration PullAfterDeleveraging { get; init; }

    /// <summary>In which a firm trades away 1 - 1/e of what it is not hedged in.</summary>
    public required Duration HedgeTime { get; init; }

    /// <summary>The most that one hedge takes of what is quoted within 1 % where it trades.</summary>
    public required double HedgeDepth { get; init; }

    /// <summary>Between looks at its books: fills become positions, limits are checked, hedges are sent.</summary>
    public required Duration Interval { get; init; }

    public required Duration Latency { get; init; }
}
