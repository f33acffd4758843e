namespace Breakwater.Lab;

/// <summary>A policy of the published comparison.</summary>
/// <param name="Name">As the paper calls it.</param>
/// <param name="Column">Its suffix in the table of waves.</param>
/// <param name="Tracking">Dollars, as the paper prints them; likewise <paramref name="Fairness"/>.</param>
/// <remarks>
/// Source: Chitra, Thogiti, Trujillo Ramirez and Xu, "Autodeleveraging as online learning", arXiv 2602.15182, 2026, table 2.
/// </remarks>
public sealed record PublishedPolicy(string Name, string Column, double Tracking, double Fairness)
{
    /// <summary>From the best to the worst, by the printed sum of tracking and fairness.</summary>
    public static IReadOnlyList<PublishedPolicy> All { get; } =
    [
        new("min-max integer programme", "fixed_point_ilp_integer", 106_205.81, 0),
        new("continuous pro-rata", "pr", 0, 2_732_437.29),
        new("integer pro-rata", "contract_pr", 3_020_120.65, 384_064.35),
        new("vector mirror descent", "vector", 1_793_022.03, 2_620_345.57),
        new("production queue", "prod", 53_782_490.53, 11_077_031.68),
    ];

    public double Objective => Tracking + Fairness;

    /// <summary>What the venue did, where the others are what it might have done.</summary>
    public bool IsTheVenues => Column == "prod";
}
