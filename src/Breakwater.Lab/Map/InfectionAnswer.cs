namespace Breakwater.Lab.Map;

/// <summary>R of all venues and coins together, and what it is made of.</summary>
/// <param name="Within">Percent of a coin's fall that sales are the mean over.</param>
/// <param name="Numbers">Spectral radius by depth and reach, over the crowds.</param>
/// <param name="Coins">Each coin alone.</param>
/// <param name="Markets">The markets that count most, of the mean matrix of all crowds where makers have withdrawn.</param>
/// <param name="Venues">In the order of rows and columns of <paramref name="BetweenVenues"/>.</param>
/// <param name="BetweenVenues">[into][from]: dollars sold at one venue because of a dollar sold at another, makers withdrawn, in the mix of coins that a fall sells there.</param>
/// <param name="Rules">What a change of each rule does to R, in the first crowd.</param>
public sealed record InfectionAnswer(
    double Within,
    IReadOnlyList<InfectionNumber> Numbers,
    IReadOnlyList<CoinNumber> Coins,
    IReadOnlyList<InfectedMarket> Markets,
    IReadOnlyList<string> Venues,
    IReadOnlyList<IReadOnlyList<double>> BetweenVenues,
    IReadOnlyList<RuleEffect> Rules
);
