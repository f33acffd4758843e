namespace Breakwater.Lab;

/// <summary>One number of a run, with what it counts.</summary>
/// <param name="Name">Such as "forced".</param>
/// <param name="Unit">usd, ratio, accounts or min.</param>
/// <param name="Venue">"all" for a sum over venues.</param>
/// <param name="Coin">"all" for a sum over coins and both sides.</param>
/// <param name="Value">Null where the run has none, such as a share of nothing.</param>
public sealed record Figure(string Name, string Unit, string Venue, string Coin, double? Value)
{
    public const string All = "all";
}
