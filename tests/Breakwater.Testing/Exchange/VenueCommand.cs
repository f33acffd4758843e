using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Testing;

/// <summary>A command as a value, so that two venues can be given the same and a failure can print it.</summary>
public abstract record VenueCommand(Timestamp Time)
{
    /// <returns>None for the opening of an account, which is never rejected.</returns>
    public abstract Rejection Give(IVenue venue);

    public sealed record Open(Timestamp Time, MarginMode Mode, int Weight) : VenueCommand(Time)
    {
        public override Rejection Give(IVenue venue)
        {
            venue.OpenAccount(Time, Mode, Weight);
            return Rejection.None;
        }
    }

    public sealed record Deposit(Timestamp Time, AccountId Account, Money Amount) : VenueCommand(Time)
    {
        public override Rejection Give(IVenue venue) => venue.Deposit(Time, Account, Amount);
    }

    public sealed record Withdraw(Timestamp Time, AccountId Account, Money Amount) : VenueCommand(Time)
    {
        public override Rejection Give(IVenue venue) => venue.Withdraw(Time, Account, Amount);
    }

    public sealed record Trade(
        Timestamp Time,
        InstrumentId Instrument,
        AccountId Buyer,
        AccountId Seller,
        Quantity Quantity,
        Price Price,
        Leverage Leverage
    ) : VenueCommand(Time)
    {
        public override Rejection Give(IVenue venue) =>
            venue.Trade(Time, Instrument, Buyer, Seller, Quantity, Price, Leverage);
    }

    public sealed record Adopt(
        Timestamp Time,
        InstrumentId Instrument,
        AccountId Account,
        Quantity Lots,
        Price Entry,
        Money IsolatedMargin,
        Leverage Leverage
    ) : VenueCommand(Time)
    {
        public override Rejection Give(IVenue venue) =>
            venue.Adopt(Time, Instrument, Account, Lots, Entry, IsolatedMargin, Leverage);
    }

    public sealed record Mark(Timestamp Time, InstrumentId Instrument, Price Price) : VenueCommand(Time)
    {
        public override Rejection Give(IVenue venue) => venue.UpdateMark(Time, Instrument, Price);
    }

    public sealed record Funding(Timestamp Time, InstrumentId Instrument, Rate Rate, Price Price) : VenueCommand(Time)
    {
        public override Rejection Give(IVenue venue) => venue.ApplyFunding(Time, Instrument, Rate, Price);
    }

    public sealed record BringCollateral(Timestamp Time, AccountId Account, AssetId Asset, Quantity Quantity)
        : VenueCommand(Time)
    {
        public override Rejection Give(IVenue venue) => venue.DepositCollateral(Time, Account, Asset, Quantity);
    }

    public sealed record TakeCollateral(Timestamp Time, AccountId Account, AssetId Asset, Quantity Quantity)
        : VenueCommand(Time)
    {
        public override Rejection Give(IVenue venue) => venue.WithdrawCollateral(Time, Account, Asset, Quantity);
    }

    public sealed record PriceCollateral(Timestamp Time, AssetId Asset, Price Price) : VenueCommand(Time)
    {
        public override Rejection Give(IVenue venue) => venue.UpdateCollateralPrice(Time, Asset, Price);
    }

    public sealed record Unwind(Timestamp Time, InstrumentId Instrument, Quantity AtMost, Price? Worst)
        : VenueCommand(Time)
    {
        public override Rejection Give(IVenue venue) => venue.UnwindInventory(Time, Instrument, AtMost, Worst);
    }
}
