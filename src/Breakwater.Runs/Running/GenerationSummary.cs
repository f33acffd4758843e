using Breakwater.Simulation;

namespace Breakwater.Runs;

/// <summary>Forced volume of a market run by generation: the first was forced by moves from outside, each next by the one before.</summary>
/// <remarks>Modelled. In dollars, traded on books; what funds took over counts when they sell it. docs/models/cascade.md.</remarks>
/// <param name="Coin">"all" for all coins together.</param>
/// <param name="Volumes">Dollars, the first generation first.</param>
/// <param name="Ratios">Of each generation to the one before, from the second on: R. Null after less than a dollar.</param>
/// <param name="Multiplier">All generations over the first; null where nothing was forced.</param>
public sealed record GenerationSummary(
    string Coin,
    IReadOnlyList<double> Volumes,
    IReadOnlyList<double?> Ratios,
    double? Multiplier
)
{
    public const string All = "all";

    public static GenerationSummary Of(string coin, ReadOnlySpan<double> volumes)
    {
        double[] all = volumes.ToArray();
        return new GenerationSummary(
            coin,
            all,
            [.. all.Zip(all.Skip(1), (earlier, later) => earlier >= 1 ? later / earlier : (double?)null)],
            all[0] >= 1 ? all.Sum() / all[0] : null
        );
    }

    /// <summary>All coins together, then each; empty where prices are given.</summary>
    public static IReadOnlyList<GenerationSummary> Of(WorldParameters parameters, World world) =>
        world.Generations is not { } tally
            ? []
            : [Of(All, tally.Volumes), .. parameters.Histories.Select((coin, i) => Of(coin.Coin, tally.VolumesOf(i)))];
}
