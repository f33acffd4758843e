using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>Notional and count of one kind of event, added up.</summary>
/// <param name="Notional">At the prices of the trades; each counted once.</param>
public readonly record struct Flow(Money Notional, long Count)
{
    public static Flow operator +(Flow left, Flow right) =>
        new(left.Notional + right.Notional, left.Count + right.Count);
}
