namespace Breakwater.Server;

/// <summary>What a caller wants to be run.</summary>
/// <param name="Scenario">A name that /scenarios lists.</param>
/// <param name="Seed">1 where neither it nor <paramref name="Seeds"/> is given.</param>
/// <param name="Seeds">Of an ensemble, such as "1..20", in place of one seed.</param>
/// <param name="Values">Values of the scenario's file to replace.</param>
public sealed record RunOrder(
    string Scenario,
    ulong? Seed = null,
    string? Seeds = null,
    IReadOnlyList<OrderedValue>? Values = null
);
