namespace Breakwater.Lab;

/// <summary>A claim, what was measured, and what follows.</summary>
/// <param name="Measured">Null where nothing could be measured.</param>
/// <param name="Finding">What was measured, in words.</param>
/// <param name="Because">What is missing, or how the words were read; may be empty.</param>
/// <param name="Coverage">Table, rows and days that the value rests on; empty where there is none.</param>
public sealed record CheckedClaim(
    string Document,
    string Claim,
    double Claimed,
    double? ClaimedTo,
    string Unit,
    Verdict Verdict,
    double? Measured,
    string Finding,
    string Because,
    string Coverage,
    string Source
);
