namespace Breakwater.Runs;

/// <summary>Reads what a calibration may move, and holds it against the values that stand there.</summary>
internal static class FittedReader
{
    private const int MostOfShock = 3;

    /// <param name="changes">What a user put there stands, whatever a fit may do, and is not fitted.</param>
    /// <exception cref="InputException">A range or a place is wrong.</exception>
    public static IReadOnlyList<FittedParameter> Read(
        Document<ScenarioDocument> scenario,
        YamlTree tree,
        IReadOnlyList<ScenarioValue> changes
    )
    {
        OrderedDictionary<string, FittedDocument> fitted = scenario.Root.Fitted ?? [];
        if (fitted.Values.Count(one => one.Part == FittedPart.Shock) > MostOfShock)
        {
            throw scenario.WrongPart(
                fitted,
                FormattableString.Invariant($"at most {MostOfShock} values of a shock may be fitted")
            );
        }

        return
        [
            .. fitted
                .Where(entry => changes.All(change => !change.LeadsTo(entry.Key)))
                .Select(entry => Of(scenario, tree, fitted, entry.Key, entry.Value)),
        ];
    }

    private static FittedParameter Of(
        Document<ScenarioDocument> scenario,
        YamlTree tree,
        OrderedDictionary<string, FittedDocument> fitted,
        string path,
        FittedDocument document
    )
    {
        string?[] texts = [.. TextsAt(tree, path, problem => scenario.WrongKey(fitted, path, problem)).Distinct()];
        if (texts is not [{ } text] || !MeasuredText.TryParse(text, out MeasuredText stands))
        {
            throw scenario.WrongKey(fitted, path, "no single number stands there");
        }

        MeasuredText low = EndOf(nameof(document.Low), document.Low);
        MeasuredText high = EndOf(nameof(document.High), document.High);
        if (high.Number <= low.Number)
        {
            throw scenario.Wrong(document, nameof(document.High), "must be above the low");
        }

        if (document.Scale == FittedScale.Logarithmic && low.Number <= 0)
        {
            throw scenario.Wrong(document, nameof(document.Low), "must be above 0 on a logarithmic scale");
        }

        return stands.Number >= low.Number && stands.Number <= high.Number
            ? new FittedParameter(path, stands, low, high, document.Scale, document.Part)
            : throw scenario.WrongKey(fitted, path, $"\"{text}\" stands there, which lies outside of the range");

        MeasuredText EndOf(string member, string end) =>
            MeasuredText.TryParse(end, out MeasuredText parsed) && parsed.Unit == stands.Unit
                ? parsed
                : throw scenario.Wrong(document, member, $"must be written as the value itself, \"{text}\"");
    }

    private static IEnumerable<string?> TextsAt(YamlTree tree, string path, Func<string, InputException> wrong) =>
        ChangedPlaces
            .Find(tree.Root, typeof(ScenarioDocument), path, wrong)
            .Select(place => place.Value?.GetValue<string>());
}
