namespace Breakwater.Lab.Map;

/// <summary>R of all venues and coins together, and what it is made of.</summary>
/// <param name="Within">Percent of a coin's fall that sales are the mean over.</param>
/// <param name="Numbers">Spectral radius by depth and reach, over the crowds.</param>
/// <param name="Coins">Each coin alone.</param>
/// <param name="Markets">The markets that count most, of the mean matrix of all crowds where makers have withdrawn and arbitrage is limited.</param>
/// <param name="Venues">In the order of rows and columns of what follows.</param>
/// <param name="PassThroughs">By venue: how far a sale there reaches.</param>
/// <param name="BetweenVenues">[into][from]: dollars sold at one venue because of a dollar sold at another, makers withdrawn, arbitrage limited, in the mix of coins that a fall sells there.</param>
/// <param name="BetweenVenuesCut">The same where arbitrage is cut: what is left between venues goes through coins that people trade together.</param>
/// <param name="Causes">[into][from]: share of what is forced at one venue that the other's sales caused, where a fall of all coins alike has sold at every venue what it sells there.</param>
/// <param name="Rules">What a change of each rule does to R, the most helpful first.</param>
public sealed record InfectionAnswer(
    double Within,
    IReadOnlyList<InfectionNumber> Numbers,
    IReadOnlyList<CoinNumber> Coins,
    IReadOnlyList<InfectedMarket> Markets,
    IReadOnlyList<string> Venues,
    IReadOnlyList<VenuePassThrough> PassThroughs,
    IReadOnlyList<IReadOnlyList<double>> BetweenVenues,
    IReadOnlyList<IReadOnlyList<double>> BetweenVenuesCut,
    IReadOnlyList<IReadOnlyList<double>> Causes,
    IReadOnlyList<RuleEffect> Rules,
    RestoringAnswer Restoring
)
{
    /// <summary>Rules that no map of cliffs has in it.</summary>
    public IReadOnlyList<string> Unseen { get; } =
    [
        "size of funds (docs: what is left of funds)",
        "mark rule, smoothing and weights of the index (a fall that all venues share reaches every mark in full and at once)",
        "interval of marks and throughput of engines (no time)",
        "cool-down after partial orders (taken to last)",
        "deleveraging rules (what is deleveraged is not sold)",
        "funding, circuit breakers and limits of market orders",
    ];
}
