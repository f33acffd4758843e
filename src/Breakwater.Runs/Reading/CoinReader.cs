using Breakwater.Domain;
using Breakwater.Simulation;

namespace Breakwater.Runs;

/// <summary>Reads the prices and the past of a scenario's coins.</summary>
internal sealed class CoinReader(Document<ScenarioDocument> scenario, SourceFiles files)
{
    private const decimal MostDrawnIn = 0.1m;

    private readonly List<string> _remarks = [];

    /// <summary>What was done to the tables while they were read.</summary>
    public IReadOnlyList<string> Remarks => _remarks;

    private WindowDocument Window => scenario.Root.Window;

    public PriceTape TapeOf(string coin)
    {
        CoinDocument document = scenario.Root.Coins[coin];
        Stated<BarsDocument> tape = scenario.Needed(
            document,
            document.Tape,
            "tape",
            "without a market, prices are given"
        );
        IReadOnlyList<PriceBar> bars = BarsOf(tape.Value);
        RequireCover(coin, bars);
        return new PriceTape(document.Bounds is { } bounds ? Bounded(bars, tape, bounds) : bars);
    }

    /// <summary>A coin's price at the start, where a market makes those that follow.</summary>
    public decimal PriceAtStart(string coin)
    {
        CoinDocument document = scenario.Root.Coins[coin];
        Stated<Amount> price = scenario.Needed(document, document.Price, "price", "a market starts from it");
        return price.Value is { Unit: "USD", Number: > 0 }
            ? price.Value.Number
            : throw scenario.Wrong(price, "must be in USD and above 0");
    }

    /// <returns>Null where the scenario names no table.</returns>
    public ObservedPath? ObservedPathOf(string coin)
    {
        if (scenario.Root.Coins[coin].Observed is not { Value: var observed })
        {
            return null;
        }

        if (!scenario.Root.Venues.ContainsKey(observed.Venue))
        {
            string hint = Nearest.Hint(observed.Venue, scenario.Root.Venues.Keys);
            throw scenario.Wrong(observed, nameof(observed.Venue), $"is no venue of the scenario, {hint}");
        }

        SourceFile file =
            files.Read(observed.File) ?? throw scenario.Wrong(observed, nameof(observed.File), "is not there");
        return new ObservedPath(observed.Venue, coin, BarTable.Read(file, observed.Bar));
    }

    /// <param name="price">Of the coin at the start.</param>
    public CoinHistory HistoryOf(string coin, decimal price)
    {
        CoinDocument document = scenario.Root.Coins[coin];
        return document.PastLike is { } like
            ? new CoinHistory(coin, WindowsLike(like, price), price)
            : new CoinHistory(coin, WindowsOf(document), price);
    }

    private IReadOnlyList<EntryWindow> WindowsOf(CoinDocument document)
    {
        Stated<string> volume = scenario.Needed(
            document,
            document.Volume,
            "volume",
            "positions were opened somewhere; or say pastLike"
        );
        SourceFile file = files.Read(volume.Value) ?? throw scenario.Wrong(volume, "is not there");
        return VolumeTable.Read(file, Window.Start);
    }

    private IReadOnlyList<EntryWindow> WindowsLike(Stated<LikenessDocument> like, decimal price)
    {
        string coin = like.Value.Coin;
        if (!scenario.Root.Coins.TryGetValue(coin, out CoinDocument? other) || other.Volume is null)
        {
            IEnumerable<string> known = scenario.Root.Coins.Where(c => c.Value.Volume is not null).Select(c => c.Key);
            throw scenario.Wrong(
                like.Value,
                nameof(like.Value.Coin),
                $"is no coin with a volume table, {Nearest.Hint(coin, known)}"
            );
        }

        IReadOnlyList<EntryWindow> windows = WindowsOf(other);
        decimal last = windows[^1].Close;
        return [.. windows.Select(window => window.Like(last, price, like.Value.Beta))];
    }

    private IReadOnlyList<PriceBar> BarsOf(BarsDocument bars)
    {
        SourceFile file = files.Read(bars.File) ?? throw scenario.Wrong(bars, nameof(bars.File), "is not there");
        return BarTable.Read(file, bars.Bar);
    }

    private void RequireCover(string coin, IReadOnlyList<PriceBar> bars)
    {
        string covers = $"the tape of {coin}, which runs from {bars[0].Start} to {bars[^1].End}";
        if (Window.Start < bars[0].Start || Window.Start >= bars[^1].End)
        {
            throw scenario.Wrong(Window, nameof(Window.Start), $"lies outside {covers}");
        }

        if (Window.End > bars[^1].End)
        {
            throw scenario.Wrong(Window, nameof(Window.End), $"lies outside {covers}");
        }
    }

    /// <summary>Bars drawn into the ranges of others, which is remarked upon; bars that lie far off are refused.</summary>
    private List<PriceBar> Bounded(IReadOnlyList<PriceBar> bars, Stated<BarsDocument> tape, Stated<BarsDocument> bounds)
    {
        IReadOnlyList<PriceBar> ranges = BarsOf(bounds.Value);
        PriceBar[] bounded = [.. bars.Select(bar => bar.Within(RangeOf(bar)))];
        decimal[] distances = [.. bars.Select((bar, i) => DistanceOf(bar, bounded[i]))];
        int farthest = Array.IndexOf(distances, distances.Max());
        if (distances[farthest] > MostDrawnIn)
        {
            throw scenario.Wrong(
                bounds.Value,
                nameof(BarsDocument.File),
                FormattableString.Invariant(
                    $"is {distances[farthest]:P1} off {tape.Value.File} at {bars[farthest].Start}; are both of one coin and in one unit?"
                )
            );
        }

        if (distances[farthest] > 0)
        {
            _remarks.Add(
                FormattableString.Invariant(
                    $"{distances.Count(distance => distance > 0)} of {bars.Count} bars of {tape.Value.File} reached beyond {bounds.Value.File} and were drawn in, by {distances[farthest]:P2} at most, at {bars[farthest].Start}"
                )
            );
        }

        return [.. bounded];

        PriceBar RangeOf(PriceBar bar)
        {
            foreach (PriceBar range in ranges)
            {
                if (range.Start <= bar.Start && bar.End <= range.End)
                {
                    return range;
                }
            }

            throw scenario.Wrong(
                bounds.Value,
                nameof(BarsDocument.File),
                $"has no bar around that of {bar.Start} in {tape.Value.File}"
            );
        }
    }

    private static decimal DistanceOf(PriceBar bar, PriceBar bounded) =>
        Math.Max(Math.Abs(bar.High - bounded.High) / bar.High, Math.Abs(bar.Low - bounded.Low) / bar.Low);
}
