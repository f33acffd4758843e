namespace Breakwater.Lab;

/// <summary>How what was measured must stand to what was claimed.</summary>
public enum ClaimRelation
{
    Equals,
    Above,
    Below,

    /// <summary>Only a part of the quantity can be measured: if the part reaches the claim, so does the whole.</summary>
    Part,

    /// <summary>Others' reports, whose universe cannot be verified.</summary>
    Reported,

    /// <summary>A test statistic that is standard normal without an effect.</summary>
    Positive,
}
