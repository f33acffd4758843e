namespace Breakwater.Domain;

/// <summary>An account of one venue: a dense index from 0, in order of opening.</summary>
public readonly record struct AccountId(int Index);
