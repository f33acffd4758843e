using Breakwater.Runs;

namespace Breakwater.Server;

/// <summary>A scenario with every value that a run of it rests on.</summary>
/// <param name="File">That of the scenario itself: only its values can be replaced in an order.</param>
/// <param name="Ranges">Within which calibrations move a value.</param>
public sealed record ScenarioDescription(
    string Name,
    string Title,
    string File,
    string Start,
    string End,
    IReadOnlyList<StatedValue> Values,
    IReadOnlyList<ValueRange> Ranges,
    IReadOnlyList<string> Remarks
);
