using System.Globalization;
using Breakwater.Domain;
using Breakwater.Lab;
using Breakwater.Runs;

namespace Breakwater.Server;

/// <summary>Whether an order can be carried out, found out before anything is run.</summary>
internal sealed class OrderCheck(ServerOptions options)
{
    private const int MostValues = 200;
    private const int LongestText = 200;

    /// <exception cref="RequestException">It asks for what cannot be had here.</exception>
    /// <exception cref="InputException">Its values or seeds cannot be read.</exception>
    public JobPlan PlanOf(RunOrder order)
    {
        RequireKnown(order.Scenario);
        IReadOnlyList<ScenarioValue> values = ValuesOf(order.Scenario, order.Values);
        ScenarioReader.Read(options.Content, order.Scenario, values);
        return SeedsOf(order) is { } seeds ? Ensemble(order, seeds, values) : Run(order, values);
    }

    /// <summary>Seeds of an ensemble, as many as this server carries out.</summary>
    /// <exception cref="RequestException">They are more.</exception>
    /// <exception cref="InputException">They cannot be read.</exception>
    public SeedList SeedsOf(string text)
    {
        var seeds = SeedList.Parse(text);
        return seeds.Count <= options.Limits.Seeds
            ? seeds
            : throw new RequestException($"{seeds.Count} seeds are more than the {options.Limits.Seeds} allowed here");
    }

    /// <summary>A scenario by name, perhaps with policies by name: what a caller reads is chosen here.</summary>
    /// <exception cref="RequestException">One of them is not there.</exception>
    public void RequireKnown(string scenario)
    {
        string[] names = scenario.Split('+');
        if (!options.Content.HasScenario(names[0]))
        {
            throw RequestException.NotFound("there is no scenario of that name");
        }

        if (!names.Skip(1).All(HasPolicy))
        {
            throw RequestException.NotFound("there is no policy of that name");
        }
    }

    public bool HasPolicy(string name) => options.Content.Policies().Any(policy => policy.Name == name);

    /// <exception cref="RequestException">One may not be replaced from here.</exception>
    public IReadOnlyList<ScenarioValue> ValuesOf(string scenario, IReadOnlyList<OrderedValue>? values)
    {
        if (values is null or [])
        {
            return [];
        }

        RequireReplaceable(ScenarioReader.Read(options.Content, scenario), values);
        return
        [
            .. values.Select(value => new ScenarioValue(value.Path, value.Text, "set for this run", Basis.Assumed)),
        ];
    }

    private JobPlan Run(RunOrder order, IReadOnlyList<ScenarioValue> values)
    {
        ulong seed = order.Seed ?? 1;
        string text = seed.ToString(CultureInfo.InvariantCulture);
        return new JobPlan(
            $"{order.Scenario}-seed-{text}",
            RunDescription.OneRun,
            order.Scenario,
            text,
            (folder, job, cancel) =>
            {
                var request = new RunRequest(
                    options.Content,
                    order.Scenario,
                    new Seed(seed),
                    null,
                    folder,
                    options.Threads
                );
                ScenarioRun.Execute(request with { Values = values }, job, cancel);
            }
        );
    }

    private JobPlan Ensemble(RunOrder order, SeedList seeds, IReadOnlyList<ScenarioValue> values) =>
        new(
            FormattableString.Invariant($"{order.Scenario}-{seeds.Count}-seeds-from-{seeds.Seeds[0].Value}"),
            RunDescription.Ensemble,
            order.Scenario,
            seeds.ToString(),
            (folder, job, cancel) =>
            {
                var request = new EnsembleRequest(options.Content, order.Scenario, seeds, folder, options.Threads);
                EnsembleRun.Execute(request with { Values = values }, job, cancel);
            }
        );

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

        return SeedsOf(order.Seeds);
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
