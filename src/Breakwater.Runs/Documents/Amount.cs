namespace Breakwater.Runs;

/// <summary>A number with its unit, a coin or a currency. Not negative, below 1e15, twelve decimals at most.</summary>
internal readonly record struct Amount(decimal Number, string Unit);
