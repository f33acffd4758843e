using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>One tier of a maintenance margin schedule.</summary>
/// <param name="Floor">Where the tier begins for one account, in the schedule's measure: minor units of notional, or lots.</param>
/// <param name="MaintenanceRate">Share of the notional that is maintenance margin; below 1.</param>
/// <param name="MaxLeverage">Highest leverage that a trader may choose in the tier.</param>
/// <param name="Deduction">What makes a marginal schedule continuous: see <see cref="MarginSchedule"/>; else zero.</param>
public readonly record struct MarginTier(long Floor, Rate MaintenanceRate, Leverage MaxLeverage, Money Deduction);
