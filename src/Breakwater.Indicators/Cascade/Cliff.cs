namespace Breakwater.Indicators;

/// <summary>A shock at which a market that held so far does not stop before a deeper level.</summary>
/// <param name="Trigger">The smallest shock that goes over it, percent.</param>
/// <param name="From">Where a slightly smaller shock lands, percent below the start.</param>
/// <param name="To">Where this one lands; null where no level within the range stops it.</param>
public readonly record struct Cliff(double Trigger, double From, double? To);
