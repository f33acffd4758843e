namespace Breakwater.Domain;

/// <summary>A collateral asset of one venue: a dense index from 0, in order of its rules.</summary>
public readonly record struct AssetId(int Index);
