namespace Breakwater.Lab.Map;

/// <summary>Notional that becomes liquidatable while the price passes a level, other coins' prices standing still. Dollars.</summary>
/// <param name="From">Percent from the price; positive on both sides.</param>
/// <param name="To">Percent from the price.</param>
/// <param name="Price">At the level's far end.</param>
/// <param name="Modelled">Of the drawn crowds.</param>
/// <param name="Measured">Of the accounts of a file; null where none was given.</param>
/// <param name="Together">Measured, and of the modelled what the file does not cover; null where no file was given.</param>
/// <param name="Observed">Liquidated at these prices afterwards, as published; null where nothing is known.</param>
public sealed record MapLevel(
    double From,
    double To,
    double Price,
    Band Modelled,
    double? Measured,
    double? Together,
    double? Observed
);
