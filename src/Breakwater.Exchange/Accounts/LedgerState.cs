using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>A copy of all rows and sums of a ledger.</summary>
internal sealed record LedgerState(
    Account[] Accounts,
    Position[] Positions,
    long[] FundingIndex,
    long[] LongLots,
    long[] ShortLots,
    Money NetDeposits,
    Money UnpaidLoss,
    Money UnsharedLoss,
    Money FeesCollected,
    Int128 RoundingBillionths
);
