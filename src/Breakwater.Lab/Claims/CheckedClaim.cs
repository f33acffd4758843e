namespace Breakwater.Lab;

/// <summary>A claim, what was measured, and what follows.</summary>
/// <param name="Measured">Null where nothing could be measured.</param>
/// <param name="MeasuredTo">The upper end where every value of a range was met.</param>
/// <param name="Finding">What was measured, in words.</param>
/// <param name="Because">What is missing, or how the words were read; may be empty.</param>
/// <param name="Basis">Null where nothing could be measured.</param>
public sealed record CheckedClaim(
    string Document,
    string Claim,
    double Claimed,
    double? ClaimedTo,
    string Unit,
    ClaimRelation Relation,
    Verdict Verdict,
    double? Measured,
    double? MeasuredTo,
    string Finding,
    string Because,
    FactBasis? Basis
);
