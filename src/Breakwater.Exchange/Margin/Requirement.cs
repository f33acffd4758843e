using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What one tier of a margin schedule asks for: <c>notional × rate − deduction</c>.</summary>
/// <param name="Floor">Where the tier begins, in the schedule's measure; inclusive.</param>
/// <param name="InitialRate">Smallest initial margin as a share of the notional: one over the highest leverage.</param>
public readonly record struct Requirement(
    Rational Floor,
    Rational MaintenanceRate,
    Rational Deduction,
    Rational InitialRate
)
{
    public Rational Maintenance(Rational notional) => notional * MaintenanceRate - Deduction;
}
