using System.Text.Json.Nodes;

namespace Breakwater.Runs;

/// <summary>Puts other values into a scenario that has been read once, each where its path leads.</summary>
internal static class ScenarioChanges
{
    /// <summary>In order: a later one has the last word.</summary>
    /// <exception cref="InputException">A path leads nowhere, or its value is not what belongs there.</exception>
    public static void Apply(YamlTree tree, IEnumerable<ScenarioValue> changes)
    {
        foreach (ScenarioValue change in changes)
        {
            Apply(tree, change);
        }
    }

    private static void Apply(YamlTree tree, ScenarioValue change)
    {
        if (AddedWhale.NameIn(change.Path) is { } name)
        {
            AddedWhale.AddTo(tree, name, change, problem => Wrong(tree, change, problem));
            return;
        }

        IReadOnlyList<ChangedPlace> places = ChangedPlaces.Find(
            tree.Root,
            typeof(ScenarioDocument),
            change.Path,
            problem => Wrong(tree, change, problem)
        );
        bool isMultiple = Multiple.TryParse(change.Text, out decimal factor);
        if (isMultiple && places.All(place => place.Value is null))
        {
            throw Wrong(tree, change, "nothing stands there that could be multiplied");
        }

        foreach (ChangedPlace place in places.Where(place => !isMultiple || place.Value is not null))
        {
            Apply(tree, change, place, isMultiple ? Multiplied(tree, change, place, factor) : change.Text);
        }
    }

    private static void Apply(YamlTree tree, ScenarioValue change, ChangedPlace place, string text)
    {
        if (Forms.Options.GetConverter(place.Type) is ITextForm form && !form.Fits(text))
        {
            throw Wrong(tree, change, $"\"{text}\" must be {form.Expected}");
        }

        if (place.Value is { } old)
        {
            tree.Replace(
                old,
                text,
                change.Source is null ? null : SourceOf(change, old),
                change.Basis,
                OriginOf(change)
            );
        }
        else
        {
            string key = place.Path.Split('.')[^1];
            tree.Add(
                place.Parent!,
                key,
                text,
                place.IsStated,
                change.Source ?? "a value of a baseline",
                change.Basis,
                OriginOf(change)
            );
        }
    }

    private static string Multiplied(YamlTree tree, ScenarioValue change, ChangedPlace place, decimal factor)
    {
        string old = place.Value!.GetValue<string>();
        return Multiple.Of(old, factor)
            ?? throw Wrong(
                tree,
                change,
                $"\"{old}\" stands at {place.Path}, which is no number that could be multiplied"
            );
    }

    // A fit replaces a guess for good; an overlay asks what if, so that what stands in the file remains in sight.
    private static string SourceOf(ScenarioValue change, JsonValue old) =>
        change.Basis == Basis.Fitted ? change.Source! : $"{change.Source}, in place of {old.GetValue<string>()}";

    private static InputException Wrong(YamlTree tree, ScenarioValue change, string problem) =>
        new($"{OriginOf(change) ?? $"{tree.File}: {change.Path}"}: {problem}");

    // What a fit found belongs to the file that names the fit.
    private static string? OriginOf(ScenarioValue change) =>
        change.Source is null || change.Basis == Basis.Fitted ? null : $"{change.Source}: {change.Path}";
}
