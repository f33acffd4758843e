namespace Breakwater.Runs;

/// <summary>What became of the loans against one coin. Money in dollars, at the oracle's price when it happened. Modelled.</summary>
/// <param name="Deposited">In coins, at the start.</param>
/// <param name="LoansLiquidated">As the simulated ones stand for them; each once, where it was first seized from.</param>
/// <param name="Calls">Liquidations or purchases from auctions.</param>
/// <param name="Repaid">Of debts.</param>
/// <param name="Seized">In coins.</param>
/// <param name="Bonus">What was seized was worth by the oracle, less what was paid for it; negative where auctions sold above it.</param>
/// <param name="ProtocolFee">The protocol's: its part of what was seized, or penalties paid.</param>
/// <param name="Sold">In coins, by liquidators at the venue.</param>
/// <param name="MeanPrice">That they got; null where nothing was sold.</param>
/// <param name="BadDebt">Owed by loans without collateral.</param>
/// <param name="OraclePrice">What the oracle said last.</param>
/// <param name="Uncovered">Owed at the end beyond what the collateral behind it is worth at that price; of loans of several coins, where they have most.</param>
public sealed record LendingCoinSummary(
    string Coin,
    decimal Deposited,
    long LoansLiquidated,
    long Calls,
    decimal Repaid,
    decimal Seized,
    decimal Bonus,
    decimal ProtocolFee,
    decimal Sold,
    decimal? MeanPrice,
    decimal BadDebt,
    decimal OraclePrice,
    decimal Uncovered
);
