using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What a venue lists, as the calculator sees it.</summary>
/// <param name="Coin">Such as BTC.</param>
/// <param name="Symbol">As the venue writes it.</param>
/// <param name="Contract">How it is valued: as its venue's contracts, or in its own way.</param>
/// <param name="ContractSize">
/// What a quantity of 1 is worth: in coin (linear), in quote currency (inverse), or in the settlement currency for each unit of the
/// price (a quanto, which is linear in its price).
/// </param>
/// <param name="Tick">Smallest step of the price.</param>
/// <param name="Lot">Smallest step of the quantity.</param>
/// <param name="ClearanceFee">On the notional that a liquidation order fills.</param>
/// <param name="Funding">The venue's, with what the instrument has of its own.</param>
public sealed record Listing(
    string Coin,
    string Symbol,
    ContractKind Contract,
    Rational ContractSize,
    Rational Tick,
    Rational Lot,
    IMarginRequirements Margin,
    Rational ClearanceFee,
    FundingRules Funding
);
