namespace Breakwater.Exchange;

/// <summary>What a mode with several collateral assets does before and between liquidation orders.</summary>
public sealed record UnifiedRules(ConversionRules Conversion, PositionOrder PositionOrder);
