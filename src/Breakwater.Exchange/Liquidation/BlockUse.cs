using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What a block has taken of one account.</summary>
/// <param name="Block">Its time.</param>
/// <param name="Notional">Liquidated, at the mark.</param>
/// <param name="FundLoss">Paid by the fund.</param>
internal readonly record struct BlockUse(long Block, Money Notional, Money FundLoss);
