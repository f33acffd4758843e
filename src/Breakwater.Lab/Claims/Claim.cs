namespace Breakwater.Lab;

/// <summary>One numeric claim of a document, and how it is to be measured.</summary>
public sealed class Claim
{
    public required string Document { get; init; }

    public required string Text { get; init; }

    /// <summary>A name of <see cref="ClaimMeasures"/>, or <c>none</c>.</summary>
    public required string Measure { get; init; }

    public required double Claimed { get; init; }

    /// <summary>The upper end where a range was claimed.</summary>
    public double? ClaimedTo { get; init; }

    public required string Unit { get; init; }

    public ClaimRelation Relation { get; init; }

    public string Table { get; init; } = "";

    public string BaseTable { get; init; } = "";

    public IList<string> Columns { get; init; } = [];

    public DateOnly From { get; init; }

    public DateOnly To { get; init; }

    public DateOnly Split { get; init; }

    /// <summary>What the measured value is multiplied with.</summary>
    public double Scale { get; init; } = 1;

    public int Minutes { get; init; }

    public double Level { get; init; }

    public double Numerator { get; init; }

    public double Denominator { get; init; } = 1;

    /// <summary>Rule sets that are asked.</summary>
    public IList<string> Venues { get; init; } = [];

    public string Symbol { get; init; } = "BTC";

    public double Leverage { get; init; } = 1;

    public double? Tolerance { get; init; }

    public double? Loose { get; init; }

    /// <summary>What would be needed to check the claim, or the rest of it.</summary>
    public string Missing { get; init; } = "";

    public string Note { get; init; } = "";
}
