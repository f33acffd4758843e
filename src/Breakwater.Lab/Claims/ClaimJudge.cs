using Breakwater.Indicators;

namespace Breakwater.Lab;

/// <summary>Turns a measured value into a verdict.</summary>
internal static class ClaimJudge
{
    public static Verdict Judge(Claim claim, double measured, double tolerance, double loose)
    {
        if (double.IsNaN(measured))
        {
            return Verdict.CannotBeChecked;
        }

        double margin = Math.Abs(claim.Claimed);
        return claim.Relation switch
        {
            ClaimRelation.Above => Grade(measured > claim.Claimed, measured > claim.Claimed - (loose * margin)),
            ClaimRelation.Below => Grade(measured < claim.Claimed, measured < claim.Claimed + (loose * margin)),
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
