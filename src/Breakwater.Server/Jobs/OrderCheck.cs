using Breakwater.Lab;
using Breakwater.Runs;

namespace Breakwater.Server;

/// <summary>Whether an order can be carried out, found out before anything is run.</summary>
internal sealed class OrderCheck(ServerOptions options)
{
    private const int MostValues = 200;
    private const int LongestText = 200;

    /// <returns>The seeds of an ensemble; null for one run.</returns>
    /// <exception cref="RequestException">It asks for what cannot be had here.</exception>
    /// <exception cref="InputException">Its values or seeds cannot be read.</exception>
    public SeedList? Check(RunOrder order)
    {
        if (!options.Content.HasScenario(order.Scenario))
        {
            throw RequestException.NotFound("there is no scenario of that name");
        }

        IReadOnlyList<OrderedValue> values = order.Values ?? [];
        Scenario scenario = ScenarioReader.Read(options.Content, order.Scenario);
        RequireReplaceable(scenario, values);
        ScenarioReader.Read(options.Content, order.Scenario, ValuesOf(order));
        return SeedsOf(order);
    }

    public static IReadOnlyList<ScenarioValue> ValuesOf(RunOrder order) =>
        [
            .. (order.Values ?? []).Select(value => new ScenarioValue(
                value.Path,
                value.Text,
                "set for this run",
                Basis.Assumed
            )),
        ];

    private SeedList? SeedsOf(RunOrder order)
    {
        if (order.Seeds is null)
        {
            return null;
        }

        if (order.Seed is not null)
        {
            throw new RequestException("give either a seed or seeds");
        }

        var seeds = SeedList.Parse(order.Seeds);
        return seeds.Count <= options.Limits.Seeds
            ? seeds
            : throw new RequestException($"{seeds.Count} seeds are more than the {options.Limits.Seeds} allowed here");
    }

    // Only stated values of the scenario itself, and none that names a file: a caller must not choose what is read here.
    private static void RequireReplaceable(Scenario scenario, IReadOnlyList<OrderedValue> values)
    {
        if (values.Count > MostValues)
        {
            throw new RequestException($"{values.Count} values are more than the {MostValues} allowed here");
        }

        Dictionary<string, StatedValue> stated = scenario
            .StatedValues.Where(value => value.File == scenario.File)
            .ToDictionary(value => value.Path, StringComparer.Ordinal);
        foreach (OrderedValue value in values)
        {
            bool known = stated.TryGetValue(value.Path, out StatedValue? old);
            if (!known || value.Text.Length > LongestText || NamesFile(value.Text) || NamesFile(old!.Value))
            {
                throw new RequestException(
                    "values: a path is no stated value of the scenario, or its text is too long or names a file"
                );
            }
        }
    }

    private static bool NamesFile(string text) =>
        text.AsSpan().IndexOfAny('/', '\\') >= 0 || text.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);
}
