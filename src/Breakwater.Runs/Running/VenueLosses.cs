using Breakwater.Domain;
using Breakwater.Simulation;

namespace Breakwater.Runs;

/// <summary>Reads from a finished venue who bore losses and how few held how much.</summary>
internal static class VenueLosses
{
    private static readonly bool[] s_sides = [true, false];

    public static IReadOnlyList<WaterfallSummary> WaterfallOf(WorldParameters parameters, VenueInWorld venue)
    {
        Waterfall[] parts = [.. Instruments(venue).Select(venue.Tally.Waterfall.Of)];
        Waterfall sum = parts.Aggregate(default(Waterfall), (total, part) => total + part);
        return
        [
            .. parts.Select((part, i) => WaterfallSummary.Of(CoinOf(parameters, venue, i), part, venue.Reported)),
            WaterfallSummary.Of(WaterfallSummary.All, sum, venue.Reported),
        ];
    }

    public static IReadOnlyList<ConcentrationSummary> ConcentrationOf(WorldParameters parameters, VenueInWorld venue) =>
        [
            .. Instruments(venue)
                .SelectMany(instrument =>
                    s_sides.Select(isLong => ConcentrationOf(parameters, venue, instrument, isLong))
                ),
        ];

    public static decimal? TenLargestForcedShareOf(VenueInWorld venue)
    {
        IReadOnlyList<AccountFlow> rows = venue.Tally.FlowsByAccount.Rows;
        decimal all = rows.Sum(row => (decimal)row.Forced.MinorUnits);
        if (all == 0)
        {
            return null;
        }

        // A simulated account of weight w is w accounts of a w-th each.
        int left = VenueInWorld.LargestCounted;
        decimal largest = 0;
        foreach (
            (decimal forced, int weight) in rows.Select(row => PerAccount(venue, row))
                .OrderByDescending(row => row.Forced)
        )
        {
            int counted = Math.Min(weight, left);
            largest += forced * counted;
            left -= counted;
        }

        return decimal.Round(largest / all, 6);
    }

    private static (decimal Forced, int Weight) PerAccount(VenueInWorld venue, AccountFlow row)
    {
        int weight = venue.Venue.WeightOf(row.Account);
        return ((decimal)row.Forced.MinorUnits / weight, weight);
    }

    private static ConcentrationSummary ConcentrationOf(
        WorldParameters parameters,
        VenueInWorld venue,
        InstrumentId instrument,
        bool isLong
    )
    {
        long all = venue.OpenInterestAtStart(instrument.Index, isLong).Lots;
        long? largest = venue.LargestAtStart?.Held(instrument, isLong).Lots;
        return new ConcentrationSummary(
            CoinOf(parameters, venue, instrument.Index),
            isLong ? "long" : "short",
            all == 0 || largest is null ? null : decimal.Round((decimal)largest.Value / all, 6)
        );
    }

    private static IEnumerable<InstrumentId> Instruments(VenueInWorld venue) =>
        venue.Parameters.Rules.Instruments.Select(rules => rules.Instrument.Id);

    private static string CoinOf(WorldParameters parameters, VenueInWorld venue, int instrument) =>
        parameters.Histories[venue.Parameters.Listings[instrument].Coin].Coin;
}
