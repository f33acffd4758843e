namespace Breakwater.Runs;

/// <summary>A number with its unit, a coin or a currency. Not negative, below 1e15, twelve decimals at most.</summary>
internal readonly record struct Amount(decimal Number, string Unit)
{
    /// <summary>Above this a value might leave 64 bits of minor units while prices move.</summary>
    public const decimal LargestMoney = 1e12m;
}
