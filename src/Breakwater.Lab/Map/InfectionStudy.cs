using Breakwater.Indicators;
using Breakwater.Simulation;

namespace Breakwater.Lab.Map;

/// <summary>Puts venues' blocks together into R of all of them, who infects whom, and what rules do to it.</summary>
internal sealed class InfectionStudy(WorldParameters world, double within, VenueMeasure[][] crowds)
{
    private const int MarketsShown = 10;

    private readonly Infection _infection = new(world, within);

    public InfectionAnswer Answer()
    {
        double[][][] sales = MeanOf(measure => measure.Block.Sold);
        NextGenerationMatrix mean = _infection.Whole(sales, BookState.Withdrawn);
        return new InfectionAnswer(
            within,
            [
                NumberOf(BookState.Calm, whole: true),
                NumberOf(BookState.Withdrawn, whole: true),
                NumberOf(BookState.Calm, whole: false),
                NumberOf(BookState.Withdrawn, whole: false),
            ],
            [.. world.Histories.Select((history, coin) => NumberOf(history.Coin, coin))],
            MarketsOf(mean),
            [.. _infection.Markets.Select(market => world.Venues[market.Venue].Name).Distinct()],
            _infection.BetweenVenues(mean, _infection.OwnSales(sales)),
            [.. RuleChange.All.Select((_, i) => EffectOf(i)).Where(effect => effect.Venues.Count > 0)]
        );
    }

    private InfectionNumber NumberOf(BookState book, bool whole)
    {
        return new InfectionNumber(
            book,
            whole,
            BandOf(measure => measure.Block.AtOnce),
            BandOf(measure => measure.Block.Sold)
        );

        Band BandOf(Func<VenueMeasure, double[][]> sales) =>
            Band.Of(
                crowds.Select(venues =>
                {
                    double[][][] all = [.. venues.Select(sales)];
                    return (whole ? _infection.Whole(all, book) : _infection.Cut(all, book)).SpectralRadius;
                })
            );
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

    private RuleEffect EffectOf(int change)
    {
        VenueMeasure[] venues = crowds[0];
        bool[] has = [.. venues.Select(venue => venue.Changed.Count > 0 && venue.Changed[change] is not null)];
        return new RuleEffect(
            RuleChange.All[change].Name,
            RuleChange.All[change].Change,
            [.. world.Venues.Where((_, i) => has[i]).Select(venue => venue.Name)],
            ChangeOf(block => block.AtOnce),
            ChangeOf(block => block.Sold)
        );

        double ChangeOf(Func<InfectionBlock, double[][]> sales) =>
            RadiusOf(venue => has[Array.IndexOf(venues, venue)] ? sales(venue.Changed[change]!) : sales(venue.Block))
            - RadiusOf(venue => sales(venue.Block));

        double RadiusOf(Func<VenueMeasure, double[][]> sales) =>
            _infection.Whole([.. venues.Select(sales)], BookState.Withdrawn).SpectralRadius;
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
