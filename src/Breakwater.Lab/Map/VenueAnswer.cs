namespace Breakwater.Lab.Map;

/// <summary>What a fall to where a map lands does to one venue. Money in units of the settlement currency; in dollars where that is a coin.</summary>
/// <param name="Market">The shock to the market, percent.</param>
/// <param name="Liquidated">Notional that becomes liquidatable on the way, over the crowds.</param>
/// <param name="TakenOver">The part that the fund takes over.</param>
/// <param name="Capital">Of the fund before the fall.</param>
/// <param name="Left">Of it at the landing where it holds what it took over until then; below nought, somebody else bears it.</param>
/// <param name="LeftIfNothingFills">The same where no liquidation order finds a buyer: a run lies between the two.</param>
/// <param name="Exhausted">Share of the crowds in which nothing is left.</param>
public sealed record VenueAnswer(
    string Venue,
    BookState Book,
    double Market,
    Band Liquidated,
    Band TakenOver,
    double Capital,
    Band Left,
    Band LeftIfNothingFills,
    double Exhausted
);
