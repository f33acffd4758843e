using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>A copy of all holdings and prices of collateral.</summary>
internal sealed record CollateralState(
    Price[] Prices,
    Quantity[] NetDeposits,
    Quantity[] Sold,
    Quantity[] Held,
    Rational[] PerTick
);
