using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>Somebody or something that acts in a market at times of its own.</summary>
/// <remarks>To add a kind: one file, and one line in <see cref="Market"/>.</remarks>
internal interface IParticipant
{
    /// <summary>Opens accounts and positions, once, before the first path.</summary>
    void Join();

    /// <summary>Forgets the path; venues are back at their start.</summary>
    /// <returns>When it acts first.</returns>
    Timestamp Reset(Seed path);

    /// <returns>When it acts next.</returns>
    Timestamp Act(Timestamp now);
}
