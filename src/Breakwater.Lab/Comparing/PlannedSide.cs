using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>One side before it is run: a folder to read, or a scenario to run.</summary>
/// <param name="Label">No two sides are called alike.</param>
/// <param name="Folder">Null where it has to be run.</param>
/// <param name="Scenario">Null where a folder has it.</param>
internal sealed record PlannedSide(string Label, string? Folder, ScenarioName? Scenario)
{
    /// <exception cref="InputException">A side is nothing that is known.</exception>
    public static IReadOnlyList<PlannedSide> All(ContentFolders content, IReadOnlyList<string> texts)
    {
        if (texts.Count < 2)
        {
            throw new InputException("name at least two sides to compare");
        }

        var planned = new List<PlannedSide>();
        foreach (string text in texts)
        {
            PlannedSide side = Of(content, text, planned.FirstOrDefault());
            planned.Add(side with { Label = FreeLabel(side.Label, planned) });
        }

        return planned;
    }

    private static PlannedSide Of(ContentFolders content, string text, PlannedSide? first)
    {
        if (SideReader.IsRunFolder(text))
        {
            string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(text)));
            return new PlannedSide(name, text, Scenario: null);
        }

        var named = ScenarioName.Parse(text);
        bool isPolicy =
            !content.HasScenario(named.Scenario) && content.Policies().Any(policy => policy.Name == named.Scenario);
        if (!isPolicy)
        {
            return new PlannedSide(named.Label, Folder: null, named);
        }

        ScenarioName under =
            first?.Scenario
            ?? throw new InputException(
                $"\"{text}\" is a policy, and the first side is no scenario that it could be laid over; write SCENARIO+{text}"
            );
        ScenarioName over = named.Policies.Aggregate(under.With(named.Scenario), (all, policy) => all.With(policy));
        return new PlannedSide(over.Label, Folder: null, over);
    }

    private static string FreeLabel(string label, List<PlannedSide> taken)
    {
        string free = label;
        for (int number = 2; taken.Any(side => side.Label == free); number++)
        {
            free = FormattableString.Invariant($"{label} ({number})");
        }

        return free;
    }
}
