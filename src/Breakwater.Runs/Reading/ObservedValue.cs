using Breakwater.Domain;

namespace Breakwater.Runs;

/// <summary>One observable of a real event. Universe, window and definition matter more than digits.</summary>
/// <param name="Coin">Or "all".</param>
/// <param name="Venue">Or "all", or a universe of venues.</param>
/// <param name="WindowEnd">Excluded.</param>
/// <param name="Low">As written: a number, or a time of day.</param>
/// <param name="High">Equal to low where the source gives one value.</param>
public sealed record ObservedValue(
    string Name,
    string Coin,
    string Venue,
    Timestamp WindowStart,
    Timestamp WindowEnd,
    string Definition,
    string Low,
    string High,
    string Unit,
    string Source
);
