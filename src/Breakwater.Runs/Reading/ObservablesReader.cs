using System.Text.RegularExpressions;

namespace Breakwater.Runs;

/// <summary>Reads the observables of an event.</summary>
public static partial class ObservablesReader
{
    private static readonly HashSet<ObservableMeasure> s_againstVenue =
    [
        ObservableMeasure.GapAtLow,
        ObservableMeasure.LowRatio,
    ];

    private static readonly HashSet<ObservableMeasure> s_againstCoin = [ObservableMeasure.FallRatio];

    private static readonly HashSet<ObservableMeasure> s_among =
    [
        ObservableMeasure.CoinShare,
        ObservableMeasure.DeleveragedCoinShare,
    ];

    /// <param name="file">Relative to one of the folders, or rooted.</param>
    /// <exception cref="InputException">Anything that a user could have written better; the message is one line.</exception>
    public static IReadOnlyList<Observable> Read(ContentFolders folders, string file) =>
        Read(new SourceFiles(folders).Read(file) ?? throw new InputException($"{file}: is not there"));

    internal static IReadOnlyList<Observable> Read(SourceFile file)
    {
        Document<ObservablesDocument> document = Document<ObservablesDocument>.Read(file);
        foreach ((string id, ObservableDocument observable) in document.Root.Observables)
        {
            Check(document, id, observable);
        }

        return [.. document.Root.Observables.Select(entry => Of(entry.Key, entry.Value))];
    }

    private static void Check(Document<ObservablesDocument> document, string id, ObservableDocument observable)
    {
        if (!Identifier().IsMatch(id))
        {
            throw document.WrongKey(
                document.Root.Observables,
                id,
                "is no identifier: a letter and digits, such as F1, perhaps with a part, such as H3.BTC"
            );
        }

        Require(observable.Window.End > observable.Window.Start, observable.Window, "End", "must come after the start");
        Require(observable.High.Value >= observable.Low.Value, observable, "High", "must not be below the low");
        Require(observable.Error.Value >= 0, observable, "Error", "must be 0 or more");
        Require(
            observable.Error.Value > 0 || observable.High.Value > observable.Low.Value,
            observable,
            "Error",
            "must be above 0 where one value was observed"
        );
        Require(observable.Cap.Value > 0, observable, "Cap", "must be above 0");
        RequireWhere(s_againstVenue, observable.AgainstVenue, "againstVenue");
        RequireWhere(s_againstCoin, observable.AgainstCoin, "againstCoin");
        RequireWhere(s_among, observable.Among, "among");
        Require(
            observable.Among?.Contains(observable.Coin) ?? true,
            observable,
            "Coin",
            "must be one of those of \"among\""
        );

        void Require(bool holds, object part, string member, string problem)
        {
            if (!holds)
            {
                throw document.Wrong(part, member, problem);
            }
        }

        void RequireWhere(HashSet<ObservableMeasure> measures, object? value, string key)
        {
            if (measures.Contains(observable.Measure) != value is not null)
            {
                string problem = value is null ? $"needs the key \"{key}\"" : $"knows no key \"{key}\"";
                throw document.Wrong(observable, nameof(observable.Measure), problem);
            }
        }
    }

    private static Observable Of(string id, ObservableDocument document) =>
        new()
        {
            Id = id,
            Name = document.Name,
            Use = document.Use,
            Measure = document.Measure,
            Venue = document.Venue,
            Coin = document.Coin,
            AgainstVenue = document.AgainstVenue,
            AgainstCoin = document.AgainstCoin,
            Among = document.Among ?? [],
            WindowStart = document.Window.Start,
            WindowEnd = document.Window.End,
            Low = document.Low.Value,
            High = document.High.Value,
            Error = document.Error.Value,
            Cap = document.Cap.Value,
            Unit = document.Unit,
            Observed = document.Observed,
            Modelled = document.Modelled,
            Basis = document.Basis,
            Source = document.Source,
            Date = document.Date,
        };

    [GeneratedRegex("^[A-Z][0-9]+(?:[.][A-Z0-9]+)?$", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Identifier();
}
