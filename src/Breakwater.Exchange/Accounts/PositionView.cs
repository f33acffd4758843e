using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>A position as others may see it.</summary>
/// <param name="Lots">Signed; zero when closed.</param>
/// <param name="Cost">What the lots were bought for; negative for shorts, of inverse contracts for longs.</param>
/// <param name="IsolatedMargin">Zero under cross margin.</param>
/// <param name="FundingOwed">Since it was last settled; negative when it is to receive.</param>
public readonly record struct PositionView(Quantity Lots, Money Cost, Money IsolatedMargin, Money FundingOwed);
