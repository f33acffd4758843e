namespace Breakwater.Exchange;

/// <summary>Which position of a cross account is liquidated first.</summary>
public enum PositionOrder
{
    /// <summary>The one with the largest maintenance margin.</summary>
    LargestMaintenance,

    /// <summary>
    /// Long and short of one instrument are closed against each other at the mark; then the position whose next order releases
    /// most maintenance margin. Source: docs/venues/okx-multi-currency.md.
    /// </summary>
    OppositesThenMostReleased,
}
