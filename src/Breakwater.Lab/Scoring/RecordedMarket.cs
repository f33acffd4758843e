namespace Breakwater.Lab;

/// <summary>What a finished run shows, as far as observables ask for it.</summary>
/// <param name="PricesAreGiven">Prices came from a tape and cannot be scored.</param>
public sealed record RecordedMarket(TimeWindow Run, bool PricesAreGiven, IReadOnlyList<RecordedVenue> Venues)
{
    public RecordedVenue? this[string venue] =>
        Venues.FirstOrDefault(known => string.Equals(known.Name, venue, StringComparison.Ordinal));
}
