using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>One bracket of a maintenance margin schedule.</summary>
/// <param name="Floor">Smallest notional of the bracket, inclusive, for one account.</param>
/// <param name="MaintenanceRate">Share of the notional that is maintenance margin; below 1.</param>
/// <param name="MaxLeverage">Highest leverage that a trader may choose in the bracket.</param>
/// <param name="Deduction">What makes the schedule continuous: see <see cref="MarginSchedule"/>.</param>
public readonly record struct MarginTier(Money Floor, Rate MaintenanceRate, Leverage MaxLeverage, Money Deduction);
