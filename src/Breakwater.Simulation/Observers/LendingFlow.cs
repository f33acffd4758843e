namespace Breakwater.Simulation;

/// <summary>What happened to the loans of one collateral. Money in dollars, at the oracle's price when it happened.</summary>
/// <param name="Loans">Liquidated or auctioned, as the simulated ones stand for them; each once, where it was first seized from.</param>
/// <param name="Calls">Liquidations or purchases from auctions.</param>
/// <param name="Repaid">Of debts.</param>
/// <param name="Seized">In coins.</param>
/// <param name="Bonus">What was seized is worth by the oracle, less what was paid for it; negative where an auction sold above it.</param>
/// <param name="ProtocolFee">The protocol's: its part of what was seized, or penalties paid.</param>
/// <param name="Sold">In coins, by liquidators at the spot venue.</param>
/// <param name="Proceeds">Of that.</param>
/// <param name="BadDebt">Owed by loans without collateral.</param>
public readonly record struct LendingFlow(
    long Loans,
    long Calls,
    decimal Repaid,
    decimal Seized,
    decimal Bonus,
    decimal ProtocolFee,
    decimal Sold,
    decimal Proceeds,
    decimal BadDebt
);
