namespace Breakwater.Domain;

/// <summary>What makes one run's luck differ from another's. Every value is good, also the default, 0.</summary>
public readonly record struct Seed(ulong Value);
