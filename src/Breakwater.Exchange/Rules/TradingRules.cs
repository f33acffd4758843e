using Breakwater.Matching;

namespace Breakwater.Exchange;

/// <summary>How a venue's books trade.</summary>
/// <param name="Books">One for each instrument, in their order.</param>
/// <param name="Fees">Tiers by number; at least one.</param>
public sealed record TradingRules(IReadOnlyList<BookRules> Books, IReadOnlyList<FeeTier> Fees)
{
    /// <summary>Open orders for which each book has room from the start; it grows beyond.</summary>
    public int OrderCapacity { get; init; } = 128;
}
