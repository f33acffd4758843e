using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What a model of liquidity gives for an order.</summary>
/// <param name="Filled">Not negative, not more than was asked for.</param>
/// <param name="Price">Average of the fills, to a tick, rounded against the order; no meaning where nothing filled.</param>
public readonly record struct LiquidityFill(Quantity Filled, Price Price);
