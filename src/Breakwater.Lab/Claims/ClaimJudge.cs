using Breakwater.Indicators;

namespace Breakwater.Lab;

/// <summary>Turns a measured value into a verdict.</summary>
internal static class ClaimJudge
{
    public static Verdict Judge(Claim claim, MeasuredFact fact, ClaimDocument document)
    {
        double tolerance = claim.Tolerance ?? document.Tolerance;
        double loose = claim.Loose ?? document.Loose;
        double measured = fact.UpTo is { } top ? Math.Clamp(claim.Claimed, fact.Value, top) : fact.Value;
        if (double.IsNaN(measured))
        {
            return Verdict.CannotBeChecked;
        }

        // A bound is kept or not; only a claim that says so itself is near it.
        double margin = Math.Abs(claim.Claimed) * (claim.Loose ?? 0);
        return claim.Relation switch
        {
            ClaimRelation.Above => Grade(measured > claim.Claimed, measured > claim.Claimed - margin),
            ClaimRelation.Below => Grade(measured < claim.Claimed, measured < claim.Claimed + margin),
            ClaimRelation.Part => measured >= claim.Claimed ? Verdict.Holds : Verdict.CannotBeChecked,
            ClaimRelation.Reported => Grade(false, Distance(claim, measured) <= loose),
            ClaimRelation.Positive => Grade(measured > Decoupling.Bound, measured > 0),
            _ => Grade(Distance(claim, measured) <= tolerance, Distance(claim, measured) <= loose),
        };
    }

    private static Verdict Grade(bool holds, bool holdsLoosely) =>
        holds ? Verdict.Holds
        : holdsLoosely ? Verdict.HoldsLoosely
        : Verdict.DoesNotHold;

    /// <summary>From what was claimed, or from the nearer end of a claimed range, as a share of it.</summary>
    private static double Distance(Claim claim, double measured)
    {
        double nearest = Math.Clamp(measured, claim.Claimed, Math.Max(claim.Claimed, claim.ClaimedTo ?? claim.Claimed));
        return Math.Abs(measured - nearest) / Math.Abs(nearest);
    }
}
