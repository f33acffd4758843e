using Breakwater.Domain;
using Breakwater.Indicators;
using Breakwater.Simulation;

namespace Breakwater.Lab.Map;

/// <summary>Puts venues' blocks together into R of all of them, who infects whom, and what rules do to it.</summary>
internal sealed class InfectionStudy(WorldParameters world, double within, Duration horizon, VenueMeasure[][] crowds)
{
    private const int MarketsShown = 10;

    private readonly Infection _infection = new(world, within, horizon);

    public InfectionAnswer Answer()
    {
        double[][][] sales = MeanOf(measure => measure.Block.Sold);
        NextGenerationMatrix mean = _infection.Of(sales, BookState.Withdrawn, ArbitrageReach.Limited);
        NextGenerationMatrix cut = _infection.Of(sales, BookState.Withdrawn, ArbitrageReach.Cut);
        IReadOnlyList<double> own = _infection.OwnSales(sales);
        var rules = new RuleStudy(world, within, horizon, crowds);
        IReadOnlyList<RuleEffect> effects = rules.Effects();
        return new InfectionAnswer(
            within,
            [
                .. Enum.GetValues<ArbitrageReach>()
                    .SelectMany(reach => Enum.GetValues<BookState>().Select(book => NumberOf(book, reach))),
            ],
            [.. world.Histories.Select((history, coin) => NumberOf(history.Coin, coin))],
            MarketsOf(mean),
            [.. _infection.Venues.Select(venue => world.Venues[venue].Name)],
            [.. _infection.Venues.Select(venue => PassThroughOf(venue, sales, own))],
            _infection.BetweenVenues(mean, own),
            _infection.BetweenVenues(cut, own),
            _infection.CausesBetweenVenues(mean, own),
            effects,
            rules.Restoring(effects)
        );
    }

    private InfectionNumber NumberOf(BookState book, ArbitrageReach reach)
    {
        return new InfectionNumber(
            book,
            reach,
            BandOf(measure => measure.Block.AtOnce),
            BandOf(measure => measure.Block.Sold)
        );

        Band BandOf(Func<VenueMeasure, double[][]> sales) =>
            Band.Of(crowds.Select(venues => _infection.Of([.. venues.Select(sales)], book, reach).SpectralRadius));
    }

    private CoinNumber NumberOf(string name, int coin)
    {
        return new CoinNumber(name, BandOf(BookState.Calm), BandOf(BookState.Withdrawn));

        Band BandOf(BookState book) =>
            Band.Of(
                crowds.Select(venues =>
                    _infection.NumbersByCoin([.. venues.Select(venue => venue.Block.Sold)], book)[coin]
                )
            );
    }

    private List<InfectedMarket> MarketsOf(NextGenerationMatrix matrix) =>
        [
            .. _infection
                .Markets.Select(
                    (market, i) =>
                        new InfectedMarket(
                            world.Venues[market.Venue].Name,
                            world.Histories[market.Coin].Coin,
                            matrix.Right[i],
                            matrix.Left[i]
                        )
                )
                .OrderByDescending(market => market.Receives)
                .Take(MarketsShown),
        ];

    private VenuePassThrough PassThroughOf(int venue, double[][][] sales, IReadOnlyList<double> own)
    {
        IReadOnlyList<Passage> passages = _infection.PassagesOf(sales, ArbitrageReach.Limited);
        int[] here = [.. Enumerable.Range(0, passages.Count).Where(i => _infection.Markets[i].Venue == venue)];
        int lowest = here.MinBy(i => passages[i].Shared);
        double all = here.Sum(i => own[i]);
        return new VenuePassThrough(
            world.Venues[venue].Name,
            MeanOf(passage => passage.Shared),
            passages[lowest].Shared,
            world.Histories[_infection.Markets[lowest].Coin].Coin,
            MeanOf(passage => passage.Own)
        );

        double MeanOf(Func<Passage, double> of) =>
            all > 0 ? here.Sum(i => own[i] * of(passages[i])) / all : here.Average(i => of(passages[i]));
    }

    private double[][][] MeanOf(Func<VenueMeasure, double[][]> sales) =>
        [
            .. Enumerable
                .Range(0, world.Venues.Count)
                .Select(venue => MeanOf([.. crowds.Select(venues => sales(venues[venue]))])),
        ];

    private static double[][] MeanOf(double[][][] blocks) =>
        [
            .. blocks[0]
                .Select((row, i) => row.Select((_, j) => blocks.Sum(block => block[i][j]) / blocks.Length).ToArray()),
        ];
}
