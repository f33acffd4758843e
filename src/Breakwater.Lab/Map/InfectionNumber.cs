namespace Breakwater.Lab.Map;

/// <summary>The spectral radius of a next-generation matrix: R of all its markets together.</summary>
/// <param name="ArbitrageIsWhole">A sale moves the coin's price at all venues; else at its own alone.</param>
/// <param name="AtOnce">Of what trades on books at once.</param>
/// <param name="Sold">With what funds sell within the horizon.</param>
public sealed record InfectionNumber(BookState Book, bool ArbitrageIsWhole, Band AtOnce, Band Sold);
