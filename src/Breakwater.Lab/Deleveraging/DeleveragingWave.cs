namespace Breakwater.Lab;

/// <summary>One wave of deleveragings, and what each published policy did or would have done with it.</summary>
/// <param name="Needed">Dollars of winners' profit between mark and closing price of what was closed: what had to be given up.</param>
/// <param name="Capacity">Dollars of profit that the winners of the wave had, no more than their equity.</param>
/// <param name="Outcomes">In the order of <see cref="PublishedPolicy.All"/>.</param>
public sealed record DeleveragingWave(
    int Number,
    DateTime Start,
    double Needed,
    double Capacity,
    IReadOnlyList<PublishedOutcome> Outcomes
);
