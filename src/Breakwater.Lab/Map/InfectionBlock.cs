using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Simulation;

namespace Breakwater.Lab.Map;

/// <summary>Dollars that one venue's ladder sells of each of its coins for each percent that one coin falls while the others stay.</summary>
/// <param name="AtOnce">On the book: [fallen listing][sold listing].</param>
/// <param name="Sold">With what the fund sells within the horizon.</param>
internal sealed record InfectionBlock(double[][] AtOnce, double[][] Sold)
{
    /// <param name="rules">Under which the accounts are judged: the venue's own, or changed ones.</param>
    /// <param name="within">The mean over the first so many percent of the fall.</param>
    /// <param name="later">Share of its inventory that the fund sells within the horizon.</param>
    public static InfectionBlock Of(
        VenueInWorld venue,
        VenueRules rules,
        double within,
        FillConditions fills,
        double later
    )
    {
        int listings = rules.Instruments.Count;
        var atOnce = new double[listings][];
        var sold = new double[listings][];
        for (int fallen = 0; fallen < listings; fallen++)
        {
            var ordered = new double[listings];
            atOnce[fallen] = new double[listings];
            Rehearse(venue, rules, fallen, within, fills, ordered, atOnce[fallen]);
            sold[fallen] = [.. ordered.Zip(atOnce[fallen], (all, now) => (now + later * (all - now)) / within)];
            atOnce[fallen] = [.. atOnce[fallen].Select(dollars => dollars / within)];
        }

        return new InfectionBlock(atOnce, sold);
    }

    private static void Rehearse(
        VenueInWorld venue,
        VenueRules rules,
        int fallen,
        double within,
        FillConditions fills,
        double[] ordered,
        double[] atOnce
    )
    {
        var ray = MarkRay.OthersStay(venue.Venue.CurrentMarks, new InstrumentId(fallen));
        var sales = new ForcedSales(rules, ray.Origin, fills.Under(rules.Liquidation), ordered, atOnce);
        Price lowest = new LevelGrid(within, 1).LowestOf(ray.Origin);
        venue.Venue.RehearseUnder(rules, ray, lowest, ray.Origin, ref sales);
    }
}
