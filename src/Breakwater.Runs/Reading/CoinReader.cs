using Breakwater.Domain;
using Breakwater.Simulation;

namespace Breakwater.Runs;

/// <summary>Reads the prices and the past of a scenario's coins.</summary>
internal sealed class CoinReader(Document<ScenarioDocument> scenario, SourceFiles files)
{
    private WindowDocument Window => scenario.Root.Window;

    public PriceTape TapeOf(string coin)
    {
        CoinDocument document = scenario.Root.Coins[coin];
        IReadOnlyList<PriceBar> bars = BarsOf(document.Tape.Value);
        RequireCover(coin, bars);
        return new PriceTape(document.Bounds is { } bounds ? Bounded(bars, document.Tape, bounds) : bars);
    }

    public CoinHistory HistoryOf(string coin, PriceTape tape)
    {
        Stated<string> volume = scenario.Root.Coins[coin].Volume;
        SourceFile file = files.Read(volume.Value) ?? throw scenario.Wrong(volume, "is not there");
        return new CoinHistory(coin, VolumeTable.Read(file, Window.Start), tape.PriceAt(Window.Start));
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

    private List<PriceBar> Bounded(IReadOnlyList<PriceBar> bars, Stated<BarsDocument> tape, Stated<BarsDocument> bounds)
    {
        IReadOnlyList<PriceBar> ranges = BarsOf(bounds.Value);
        return [.. bars.Select(bar => bar.Within(RangeOf(bar)))];

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
}
