namespace Breakwater.Lab;

/// <summary>What a value rests on.</summary>
/// <param name="Kind">
/// measured; estimated, from what was measured times a stated factor; reported, by others and not verified here; computed, from
/// published rules; arithmetic, on the claim's own numbers.
/// </param>
/// <param name="Name">Of the table, or of what else it is.</param>
/// <param name="Coverage">Rows and days, or venues.</param>
/// <param name="Source">Who published it, and where and when it was read.</param>
public sealed record FactBasis(string Kind, string Name, string Coverage, string Source)
{
    public const string Measured = "measured";
    public const string Estimated = "estimated";
    public const string Reported = "reported";
    public const string Computed = "computed";

    public static FactBasis Arithmetic { get; } = new("arithmetic", "", "", "");

    /// <summary>This and another together.</summary>
    public FactBasis With(FactBasis other) =>
        this with
        {
            Name = $"{Name} and {other.Name}",
            Coverage = $"{Coverage}; {other.Coverage}",
            Source = $"{Source} {other.Source}",
        };
}
