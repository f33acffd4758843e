using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>A span of time in which positions were opened: where prices were and how much changed hands.</summary>
/// <param name="Volume">Traded, in the coin; the chance that an entry lies here is in proportion.</param>
public readonly record struct EntryWindow(
    Timestamp Start,
    Duration Length,
    decimal Low,
    decimal High,
    decimal Close,
    decimal Volume
)
{
    public Timestamp End => Start + Length;
}
