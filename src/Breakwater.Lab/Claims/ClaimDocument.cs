namespace Breakwater.Lab;

/// <summary>A claims file as it is written. Tolerances are shares of the claimed value.</summary>
public sealed class ClaimDocument
{
    public required string Title { get; init; }

    /// <summary>A folder of data/, where the tables stand.</summary>
    public required string Data { get; init; }

    public required double Tolerance { get; init; }

    public required double Loose { get; init; }

    public required IList<Claim> Claims { get; init; }
}
