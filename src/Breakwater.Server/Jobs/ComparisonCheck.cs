using Breakwater.Lab;
using Breakwater.Runs;

namespace Breakwater.Server;

/// <summary>Whether a comparison can be carried out, found out before anything is run.</summary>
internal sealed class ComparisonCheck(ServerOptions options, OrderCheck orders, RunCatalogue runs)
{
    private const int MostSides = 8;
    private const int LongestName = 80;
    private const string SeedsByDefault = "1..20";

    /// <exception cref="RequestException">It asks for what cannot be had here.</exception>
    /// <exception cref="InputException">Its values or seeds cannot be read.</exception>
    public JobPlan PlanOf(ComparisonOrder order)
    {
        if (order.Sides.Count is < 2 or > MostSides)
        {
            throw new RequestException($"sides: name from 2 to {MostSides}");
        }

        string first = order.Sides[0];
        string[] sides = [.. order.Sides.Select((side, number) => KnownSide(side, number > 0))];
        bool firstIsRun = sides[0] != first;
        if (firstIsRun && order.Values is [_, ..])
        {
            throw new RequestException("values: the first side has been run already");
        }

        IReadOnlyList<ScenarioValue> values = orders.ValuesOf(first, order.Values);
        SeedList? seeds = order.Seeds is { Length: > 0 } given ? orders.SeedsOf(given) : null;
        return new JobPlan(
            NameOf(order.Sides),
            RunDescription.Comparison,
            string.Join(" against ", order.Sides),
            seeds?.ToString() ?? SeedsByDefault,
            (folder, job, cancel) =>
                CompareRun.Execute(
                    new CompareRequest(options.Content, sides, seeds, values, folder, options.Threads),
                    job,
                    cancel
                )
        );
    }

    // A finished run by its name, as the folder that it is; anything else must be known by name.
    private string KnownSide(string side, bool mayBePolicy)
    {
        if (runs.TryFindFinished(side) is { } folder)
        {
            return folder;
        }

        string[] names = side.Split('+');
        if (mayBePolicy && !options.Content.HasScenario(names[0]) && names.All(orders.HasPolicy))
        {
            return side;
        }

        orders.RequireKnown(side);
        ScenarioReader.Read(options.Content, side);
        return side;
    }

    private static string NameOf(IEnumerable<string> sides)
    {
        string name = "compare-" + string.Join('-', sides);
        return name.Length <= LongestName ? name : name[..LongestName];
    }
}
