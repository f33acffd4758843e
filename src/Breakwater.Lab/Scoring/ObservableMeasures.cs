using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>Computes observables from what a run shows.</summary>
public static class ObservableMeasures
{
    private const string NothingForced = "nobody was forced out";
    private const string NothingDeleveraged = "nobody was deleveraged";
    private const string NoFall = "the price did not fall";
    private const string NoSample = "the run has no sample there";

    private static readonly Dictionary<ObservableMeasure, MeasureDefinition> s_definitions = new()
    {
        [ObservableMeasure.Fall] = new(MeasureNeeds.Prices, PriceMeasures.Fall, NoSample),
        [ObservableMeasure.LowTime] = new(MeasureNeeds.Prices, PriceMeasures.LowTime, NoSample),
        [ObservableMeasure.SteepestHour] = new(MeasureNeeds.Prices, PriceMeasures.SteepestHour, NoSample),
        [ObservableMeasure.Rebound] = new(MeasureNeeds.Prices, PriceMeasures.Rebound, NoFall),
        [ObservableMeasure.FallRatio] = new(MeasureNeeds.Prices, PriceMeasures.FallRatio, NoFall),
        [ObservableMeasure.GapAtLow] = new(MeasureNeeds.Prices, PriceMeasures.GapAtLow, NoSample),
        [ObservableMeasure.LowRatio] = new(MeasureNeeds.Prices, PriceMeasures.LowRatio, NoSample),
        [ObservableMeasure.Depeg] = new(MeasureNeeds.Prices, PriceMeasures.Lowest, NoSample),
        [ObservableMeasure.WorstSpread] = new(MeasureNeeds.Book, BookMeasures.WorstSpread, NoSample),
        [ObservableMeasure.WorstDepth] = new(MeasureNeeds.CalmBook, BookMeasures.WorstDepth, NoSample),
        [ObservableMeasure.OpenInterestChange] = new(MeasureNeeds.Book, BookMeasures.OpenInterestChange, NoSample),
        [ObservableMeasure.Forced] = new(MeasureNeeds.Flows, FlowMeasures.Forced, NothingForced),
        [ObservableMeasure.PeakMinuteShare] = new(MeasureNeeds.Flows, FlowMeasures.PeakMinuteShare, NothingForced),
        [ObservableMeasure.ShareOfRun] = new(MeasureNeeds.Flows, FlowMeasures.ShareOfRun, NothingForced),
        [ObservableMeasure.LongShare] = new(MeasureNeeds.Flows, FlowMeasures.LongShare, NothingForced),
        [ObservableMeasure.CoinShare] = new(MeasureNeeds.Flows, FlowMeasures.CoinShare, NothingForced),
        [ObservableMeasure.DeleveragedShare] = new(
            MeasureNeeds.Flows,
            DeleveragingMeasures.Share,
            "nobody was deleveraged or taken over"
        ),
        [ObservableMeasure.DeleveragedCoinShare] = new(
            MeasureNeeds.Flows,
            DeleveragingMeasures.CoinShare,
            NothingDeleveraged
        ),
        [ObservableMeasure.DeleveragedInProfit] = new(
            MeasureNeeds.Flows,
            DeleveragingMeasures.InProfit,
            NothingDeleveraged
        ),
        [ObservableMeasure.BadDebtOverDeleveraged] = new(
            MeasureNeeds.Flows,
            DeleveragingMeasures.BadDebt,
            NothingDeleveraged
        ),
        [ObservableMeasure.FundFall] = new(MeasureNeeds.Flows, DeleveragingMeasures.FundFall, "the venue has no fund"),
    };

    public static Measured Of(RecordedMarket market, Observable observable)
    {
        MeasureDefinition definition = s_definitions[observable.Measure];
        if (Obstacles.Of(market, observable, definition.Needs) is { } obstacle)
        {
            return Measured.NotShown(obstacle);
        }

        double value = definition.Compute(market, observable);
        return double.IsFinite(value) ? Measured.As(value) : Measured.NotShown(definition.Undefined);
    }

    /// <summary>The part of the observable's window that the run covers.</summary>
    internal static TimeWindow WindowOf(RecordedMarket market, Observable observable) =>
        new TimeWindow(observable.WindowStart, observable.WindowEnd).Intersect(market.Run);

    /// <summary>The venues that an observable speaks of: one, or all that are not spot.</summary>
    internal static IEnumerable<RecordedVenue> VenuesOf(RecordedMarket market, Observable observable) =>
        observable.Venue == Observable.All ? market.Venues.Where(venue => !venue.IsSpot) : [market[observable.Venue]!];
}
