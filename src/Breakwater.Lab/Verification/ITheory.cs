using Breakwater.Domain;

namespace Breakwater.Lab;

/// <summary>A published result that a part of the engine must reproduce.</summary>
public interface ITheory
{
    /// <summary>As the user types it.</summary>
    string Name { get; }

    /// <summary>What is reproduced, in one line.</summary>
    string Claim { get; }

    Paper Paper { get; }

    /// <summary>Why nothing can be compared here; null where it can.</summary>
    string? Obstacle => null;

    /// <summary>A function of the seed alone.</summary>
    IReadOnlyList<VerifiedFigure> Verify(Seed seed, CancellationToken cancel);
}
