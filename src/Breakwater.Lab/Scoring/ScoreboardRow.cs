using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>One observable with what the model and each baseline make of it.</summary>
/// <param name="Baselines">In the order of <see cref="Scoreboard.Baselines"/>.</param>
public sealed record ScoreboardRow(Observable Observable, Score Model, IReadOnlyList<Score> Baselines);
