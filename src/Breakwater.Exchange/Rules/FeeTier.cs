using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What trades cost, as shares of their notional, rounded up. A negative maker fee is a rebate.</summary>
public readonly record struct FeeTier(Rate Maker, Rate Taker);
