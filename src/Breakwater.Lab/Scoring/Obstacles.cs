using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>Why a run cannot show an observable.</summary>
internal static class Obstacles
{
    /// <returns>The first, in the order in which a reader would ask; null where there is none.</returns>
    public static string? Of(RecordedMarket market, Observable observable, MeasureNeeds needs) =>
        MissingVenue(market, observable.Venue)
        ?? MissingVenue(market, observable.AgainstVenue)
        ?? MissingCoin(market, observable)
        ?? GivenBy(market, needs)
        ?? OutsideTheRun(market, observable)
        ?? NotCalmBefore(market, observable, needs);

    private static string? MissingVenue(RecordedMarket market, string? venue) =>
        venue is null or Observable.All || market[venue] is not null ? null : $"this world has no {venue}";

    private static string? MissingCoin(RecordedMarket market, Observable observable)
    {
        RecordedVenue[] venues = [.. ObservableMeasures.VenuesOf(market, observable)];
        // Over all venues together, one that lists the coin is enough.
        if (observable.Venue == Observable.All)
        {
            return CoinsOf(observable).FirstOrDefault(coin => venues.All(venue => !Lists(venue, coin))) is { } nowhere
                ? $"this world has no {nowhere}"
                : null;
        }

        RecordedVenue[] all = observable.AgainstVenue is { } other ? [.. venues, market[other]!] : venues;
        return all.SelectMany(venue =>
                CoinsOf(observable)
                    .Where(coin => !Lists(venue, coin))
                    .Select(coin => $"this world has no {coin} at {venue.Name}")
            )
            .FirstOrDefault();
    }

    private static bool Lists(RecordedVenue venue, string coin) => venue.InstrumentOf(coin) >= 0;

    private static IEnumerable<string> CoinsOf(Observable observable) =>
        new[] { observable.Coin, observable.AgainstCoin }
            .OfType<string>()
            .Concat(observable.Among)
            .Where(coin => coin != Observable.All);

    private static string? GivenBy(RecordedMarket market, MeasureNeeds needs) =>
        market.PricesAreGiven && needs != MeasureNeeds.Flows
            ? needs == MeasureNeeds.Prices
                ? "given by the tape"
                : "a tape has no book"
            : null;

    private static string? OutsideTheRun(RecordedMarket market, Observable observable)
    {
        long covered = ObservableMeasures.WindowOf(market, observable).Length.Nanoseconds;
        long asked = (observable.WindowEnd - observable.WindowStart).Nanoseconds;
        return covered < asked - covered ? "the run covers less than half of its window" : null;
    }

    private static string? NotCalmBefore(RecordedMarket market, Observable observable, MeasureNeeds needs) =>
        needs == MeasureNeeds.CalmBook && market.Run.Start >= observable.WindowStart
            ? "the run has no calm before the window"
            : null;
}
