using Breakwater.Domain;
using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab.Tests;

/// <summary>What an observable is in a market made by hand.</summary>
internal static class MeasuredBy
{
    public static double Value(Observable observable, params IReadOnlyList<RecordedVenue> venues)
    {
        Measured measured = ObservableMeasures.Of(HandMade.Market(venues), observable);
        Assert.Null(measured.Reason);
        return measured.Value!.Value;
    }

    public static string? Reason(Observable observable, params IReadOnlyList<RecordedVenue> venues)
    {
        Measured measured = ObservableMeasures.Of(HandMade.Market(venues), observable);
        Assert.Null(measured.Value);
        return measured.Reason;
    }
}
