namespace Breakwater.Server;

/// <summary>What a caller wants to be set against what.</summary>
/// <param name="Sides">Two or more: scenarios, scenarios with policies after "+", policies of the first side's scenario, or names of finished runs and ensembles.</param>
/// <param name="Seeds">Null for those of a run among the sides, or 1..20.</param>
/// <param name="Values">Laid over every side that is run here.</param>
public sealed record ComparisonOrder(
    IReadOnlyList<string> Sides,
    string? Seeds = null,
    IReadOnlyList<OrderedValue>? Values = null
);
