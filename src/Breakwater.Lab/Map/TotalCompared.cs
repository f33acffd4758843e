namespace Breakwater.Lab.Map;

/// <summary>What a map has down to the lowest price that was then traded, beside what was reported.</summary>
/// <param name="Fall">Percent.</param>
/// <param name="Map">Dollars of longs down to there, modelled.</param>
/// <param name="Low">Reported, dollars.</param>
/// <param name="High">Reported, dollars.</param>
/// <param name="IsInside">The map's median lies within what was reported.</param>
public sealed record TotalCompared(
    string Universe,
    string Window,
    double Fall,
    Band Map,
    double Low,
    double High,
    bool IsInside,
    string Source
);
