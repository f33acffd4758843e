using System.ComponentModel;
using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Runs;

/// <summary>An account that is known by name, beside the drawn crowd.</summary>
internal sealed record WhaleDocument
{
    [Description("Of this scenario.")]
    public required string Venue { get; init; }

    public required string Coin { get; init; }

    public required PositionSide Side { get; init; }

    [Description("What it holds, a part of the open interest.")]
    public required Amount Quantity { get; init; }

    [Description("Price at which it was opened, on average.")]
    public required Amount Entry { get; init; }

    [Description("Notional at entry over the margin that stands behind it.")]
    public required Leverage Leverage { get; init; }

    public required MarginMode Mode { get; init; }
}
