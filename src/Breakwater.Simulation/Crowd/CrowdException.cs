using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>The parameters of a crowd contradict each other; the message says which.</summary>
public sealed class CrowdException : Exception
{
    public CrowdException() { }

    public CrowdException(string message)
        : base(message) { }

    public CrowdException(string message, Exception inner)
        : base(message, inner) { }

    internal static CrowdException CannotSplit(
        VenueParameters venue,
        int listing,
        bool isLong,
        int accounts,
        long least
    )
    {
        Instrument instrument = venue.Rules.Instruments[listing].Instrument;
        string side = isLong ? "long" : "short";
        return new(
            FormattableString.Invariant(
                $"{venue.Name}: an open interest of {venue.Listings[listing].OpenInterest.Lots} lots of {instrument.Symbol} ({instrument.LotSize} each) cannot be split among {accounts} {side} accounts that hold at least {least} lots together"
            )
        );
    }

    internal static CrowdException NobodySurvives(VenueParameters venue, int listing, string component, int attempts) =>
        new(
            FormattableString.Invariant(
                $"{venue.Name}: {attempts} draws in a row of a {component} position in {venue.Rules.Instruments[listing].Instrument.Symbol} were liquidated before the start"
            )
        );

    internal static CrowdException CannotAdopt(
        Venue venue,
        GivenAccount account,
        GivenPosition position,
        Rejection reason
    )
    {
        Instrument instrument = venue.Rules.Instruments[position.Instrument.Index].Instrument;
        string why = reason switch
        {
            Rejection.WouldBeLiquidated =>
                "its margin is below its maintenance margin at the start, it would be liquidated at once",
            Rejection.InsufficientMargin => "its margin is not covered",
            _ => FormattableString.Invariant($"{venue.Rules.Name} answers {reason}"),
        };
        return new(
            FormattableString.Invariant(
                $"{position.Origin}: account {account.Name}: {instrument.ToDecimal(position.Lots)} {instrument.Symbol} at {instrument.ToDecimal(position.Entry)}: {why}"
            )
        );
    }
}
