using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Simulation;

namespace Breakwater.Lab.Map;

/// <summary>Dollars that one venue's ladder sells of each of its coins for each percent that one coin falls while the others stay.</summary>
/// <param name="AtOnce">On the book: [fallen listing][sold listing].</param>
/// <param name="Ordered">With what is taken over instead.</param>
/// <param name="Later">Share of what it took over that the fund sells within the horizon.</param>
internal sealed record InfectionBlock(double[][] AtOnce, double[][] Ordered, double Later)
{
    /// <summary>With what the fund sells within the horizon.</summary>
    public double[][] Sold { get; } =
    [.. Ordered.Zip(AtOnce, (all, now) => all.Zip(now, (one, sold) => sold + Later * (one - sold)).ToArray())];

    /// <param name="rules">Under which the accounts are judged: the venue's own, or changed ones.</param>
    /// <param name="cap">Of leverage; null where there is none but the venue's own.</param>
    /// <param name="within">The mean over the first so many percent of the fall.</param>
    /// <param name="later">Share of its inventory that the fund sells within the horizon.</param>
    public static InfectionBlock Of(
        VenueInWorld venue,
        VenueRules rules,
        Leverage? cap,
        double within,
        FillConditions fills,
        double later
    )
    {
        int listings = rules.Instruments.Count;
        var atOnce = new double[listings][];
        var ordered = new double[listings][];
        for (int fallen = 0; fallen < listings; fallen++)
        {
            var ray = MarkRay.OthersStay(venue.Venue.CurrentMarks, new InstrumentId(fallen));
            (double[] all, double[] now) = (new double[listings], new double[listings]);
            var sales = new ForcedSales(rules, ray.Origin, fills.Under(rules.Liquidation), all, now);
            Price lowest = new LevelGrid(within, 1).LowestOf(ray.Origin);
            venue.Venue.RehearseUnder(rules, cap, ray, lowest, ray.Origin, ref sales);
            ordered[fallen] = [.. all.Select(dollars => dollars / within)];
            atOnce[fallen] = [.. now.Select(dollars => dollars / within)];
        }

        return new InfectionBlock(atOnce, ordered, later);
    }

    /// <summary>The same where the fund sells another share within the horizon.</summary>
    public InfectionBlock WithLater(double later) => new(AtOnce, Ordered, later);
}
