using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Where one asset of a lending market went, in smallest units.</summary>
/// <remarks>Deposited = Held + Seized; Borrowed = Owed + Repaid + BadDebt. <see cref="LendingMarket.Leak"/> adds the rows up.</remarks>
/// <param name="Deposited">As collateral.</param>
/// <param name="Seized">By liquidators and the protocol, or sold by auction.</param>
/// <param name="ProtocolPart">Of what was seized, the protocol's.</param>
/// <param name="Repaid">Of debts, by liquidators.</param>
/// <param name="BadDebt">Owed by loans that have no collateral left.</param>
/// <param name="Penalty">Paid in auctions beyond the debt.</param>
public readonly record struct LendingTotals(
    Money Deposited,
    Money Seized,
    Money ProtocolPart,
    Money Borrowed,
    Money Repaid,
    Money BadDebt,
    Money Penalty
);
